import { toPublicId, type Uuid } from '@tabard/contract';
import { normalizeEmail, verifyPassword } from '#features/identity/user';
import { fail, issueToken, newId, type RequestContext } from '#kernel';
import { limitSignIn } from './limit-sign-in.ts';
import { noteSignIn } from './note-sign-in.ts';

/** How every user session's token begins. */
export const userTokenPrefix = 'us_';

/** How long a person stays signed in: a working day. */
const sessionHours = 12;

interface Claimed {
  email: string;
  password: string;
  address?: string;
}

/** Somebody whose password was right. */
export interface KnownPerson {
  id: Uuid;
  email: string;
  name: string;
}

/** Opens a session for a person with a password. */
export async function signIn(ctx: RequestContext, input: Claimed) {
  const user = await recognize(ctx, input);
  const token = issueToken(userTokenPrefix);
  const [session] = await ctx.app.database.readOrganization<{ expires_at: Date }>(
    `insert into user_session (id, user_id, token_hash, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4)) returning expires_at`,
    [newId(), user.id, token.hash, sessionHours],
  );
  await noteSignIn(ctx, user.id, 'ok');
  return {
    token: token.secret,
    expiresAt: (session ?? fail('internal.unexpected')).expires_at.toISOString(),
    user: { id: toPublicId('user', user.id), email: user.email, name: user.name },
  };
}

/** Finds out who gives this password; tries are counted. Unknown accounts and wrong passwords cannot be told apart, nor by time. */
export async function recognize(ctx: RequestContext, input: Claimed): Promise<KnownPerson> {
  const { database } = ctx.app;
  const email = normalizeEmail(input.email);
  const ip = (ctx.principal?.kind === 'api_key' ? input.address : undefined) ?? ctx.ip;
  const limit = await limitSignIn(ctx.app, ip, email);
  const [user] = await database.readOrganization<KnownPerson & { password_hash: string | null }>(
    'select id, email, name, password_hash from app_user where email = $1',
    [email],
  );
  const right = await verifyPassword(user?.password_hash ?? null, input.password);
  if (user && !right) void noteSignIn(ctx, user.id, 'auth.invalid_credentials');
  if (!user || !right) fail('auth.invalid_credentials');
  await limit.succeeded();
  return user;
}
