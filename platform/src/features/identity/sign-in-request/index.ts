import { defineFeature } from '#kernel';
import { SignInRequestSchema, signInRequestRetention } from './sign-in-request.entity.ts';

/** A browser that is signed in by approving it on a phone. */
export const signInRequestFeature = defineFeature({
  name: 'sign-in-request',
  entities: [SignInRequestSchema],
  retention: [signInRequestRetention],
});

export { approveRequest, openRequest, refuseRequest, type Answering } from './answer-request.ts';
export { awaitAnswer, takeRequest } from './await-answer.ts';
export { beginRequest } from './begin-request.ts';
