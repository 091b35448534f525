import { defineFeature } from '#kernel';
import { RateLimitSchema, rateLimitRetention } from './rate-limit.entity.ts';
import { UserSessionSchema, userSessionRetention } from './user-session.entity.ts';

/** A person's sign-in, and the answer to who is calling. */
export const sessionFeature = defineFeature({
  name: 'session',
  entities: [UserSessionSchema, RateLimitSchema],
  retention: [userSessionRetention, rateLimitRetention],
});

export { authenticate, credentialCacheMs, type Caller, type Presented } from './authenticate.ts';
export { credentialId, readStandings } from './credential-standing.ts';
export { beginConfirmation, confirmPerson, requirePassword, type Proof } from './confirm-person.ts';
export { deviceOf } from './device-of.ts';
export { endSession, endSessions, endSessionsUnder } from './end-sessions.ts';
export { findUserSession } from './find-credential.ts';
export { noteSignIn } from './note-sign-in.ts';
export { limitSignIn } from './limit-sign-in.ts';
export { noteUsed } from './note-used.ts';
export { openSession, type OpenedSession, type SignInMeans } from './open-session.ts';
export { sessionRouter } from './session.router.ts';
export { recognize, type KnownPerson } from './sign-in.ts';
export { requireAllowedMeans } from './require-allowed-means.ts';
export { verifySecondFactor } from './verify-second-factor.ts';
export { userPrincipal } from './user-principal.ts';
