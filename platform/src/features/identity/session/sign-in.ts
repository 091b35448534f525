import { toPublicId, type Uuid } from '@tabard/contract';
import { belongsUnder } from '#features/identity/address';
import { secondFactorStanding } from '#features/identity/second-factor';
import { normalizeEmail, verifyPassword } from '#features/identity/user';
import { fail, type RequestContext } from '#kernel';
import { limitSignIn } from './limit-sign-in.ts';
import { noteSignIn } from './note-sign-in.ts';
import { openSession } from './open-session.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

interface Claimed {
  email: string;
  password: string;
  address?: string;
}
interface ClaimedWithCode extends Claimed {
  oneTimePassword?: string;
}

/** Somebody whose password was right. */
export interface KnownPerson {
  id: Uuid;
  email: string;
  name: string;
}

/**
 * Opens a session for a person with a password, and a code where they have an app for it.
 * @throws `auth.one_time_password_required`, `auth.second_factor_required` beside what `recognize` and `verifySecondFactor` throw
 */
export async function signIn(ctx: RequestContext, input: ClaimedWithCode) {
  const user = await recognize(ctx, input);
  const ip = addressOf(ctx, input);
  const { isOn, isRequired } = await secondFactorStanding(ctx.app, user.id);
  if (isOn) await verifyCode(ctx, { ip, userId: user.id, code: input.oneTimePassword });
  else if (isRequired) fail('auth.second_factor_required');
  const session = await openSession(ctx.app, user.id, { ip, userAgent: ctx.userAgent, domain: ctx.domain });
  await noteSignIn(ctx, user.id, 'ok');
  return {
    token: session.token,
    expiresAt: session.expiresAt.toISOString(),
    user: { id: toPublicId('user', user.id), email: user.email, name: user.name },
  };
}

async function verifyCode(ctx: RequestContext, given: { ip: string; userId: Uuid; code?: string }): Promise<void> {
  if (given.code === undefined) return fail('auth.one_time_password_required');
  await verifySecondFactor(ctx.app, given.ip, given.userId, given.code).catch((error: unknown) => {
    void noteSignIn(ctx, given.userId, 'auth.invalid_one_time_password');
    throw error;
  });
}

/** Where the person is: a host's server says it for them. */
const addressOf = (ctx: RequestContext, { address }: Claimed): string =>
  (ctx.principal?.kind === 'api_key' ? address : undefined) ?? ctx.ip;

/** Finds out who gives this password; tries are counted. Unknown accounts and wrong passwords cannot be told apart, nor by time. */
export async function recognize(ctx: RequestContext, input: Claimed): Promise<KnownPerson> {
  const { database } = ctx.app;
  const email = normalizeEmail(input.email);
  const limit = await limitSignIn(ctx.app, addressOf(ctx, input), email);
  const [user] = await database.readOrganization<KnownPerson & { password_hash: string | null }>(
    'select id, email, name, password_hash from app_user where email = $1',
    [email],
  );
  const right = await verifyPassword(user?.password_hash ?? null, input.password);
  // Under somebody's name, whoever has nothing to do there is a stranger.
  const isKnownHere = !user || (await belongsUnder(ctx.app, ctx.domain, user.id));
  if (user && !right) void noteSignIn(ctx, user.id, 'auth.invalid_credentials');
  if (!user || !right || !isKnownHere) fail('auth.invalid_credentials');
  await limit.succeeded();
  return user;
}
