import { toPublicId, type Uuid } from '@tabard/contract';
import { normalizeEmail, verifyPassword } from '#features/identity/user';
import { fail, type RequestContext } from '#kernel';
import { limitSignIn } from './limit-sign-in.ts';
import { noteSignIn } from './note-sign-in.ts';
import { openSession } from './open-session.ts';

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
  const session = await openSession(ctx.app, user.id);
  await noteSignIn(ctx, user.id, 'ok');
  return {
    token: session.token,
    expiresAt: session.expiresAt.toISOString(),
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
