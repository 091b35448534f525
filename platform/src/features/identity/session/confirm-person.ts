import type { Uuid } from '@tabard/contract';
import type { UsedPasskey } from '@tabard/contract/identity/account';
import { hostById } from '#features/identity/address';
import { confirmedMinutes, requireSignedIn } from '#features/identity/confirmation';
import { beginUnlocking, recognizePasskey } from '#features/identity/passkey';
import { secondFactorStanding } from '#features/identity/second-factor';
import { checkPassword } from '#features/identity/user';
import { fail, Failure, type App, type Host, type OrganizationScope, type OrganizationWriteScope } from '#kernel';
import { limitSignIn } from './limit-sign-in.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

/** What somebody shows that it is them with. */
export type Proof = { password: string } | { oneTimePassword: string } | { passkey: UsedPasskey };

/**
 * Takes a password, a code of the app, or a passkey, for a sign that it is the person who sits there. Tries count as those of a sign-in do.
 * @throws `account.no_person`, `auth.invalid_credentials`, `auth.invalid_one_time_password`, `auth.wrong_passkey`, `passkey.challenge_ended`, `rate_limit.exceeded`
 */
export async function confirmPerson(scope: OrganizationWriteScope, proof: Proof): Promise<{ confirmedUntil: string }> {
  const { userId, sessionId, domainId } = await requireSignedIn(scope);
  if ('password' in proof) await requirePassword(scope, proof.password);
  else if ('passkey' in proof)
    await requirePasskey(scope.app, await pagesOf(scope.app, domainId), userId, proof.passkey);
  else if ((await secondFactorStanding(scope.app, userId)).isOn)
    await verifySecondFactor(scope.app, `session ${sessionId}`, userId, proof.oneTimePassword);
  else fail('second_factor.not_set_up');
  const [row] = await scope.sql<{ until: Date }>(
    `update user_session set confirmed_at = now() where id = $1 returning confirmed_at + make_interval(mins => $2) as until`,
    [sessionId, confirmedMinutes],
  );
  return { confirmedUntil: (row ?? fail('auth.required')).until.toISOString() };
}

/**
 * Ends the act unless it is the caller's password; tries are counted for the sign-in.
 * @throws `account.no_person`, `auth.invalid_credentials`, `rate_limit.exceeded`
 */
export async function requirePassword(scope: OrganizationScope, password: string): Promise<void> {
  const { userId, sessionId } = await requireSignedIn(scope);
  // Whoever found a page open guesses from the person's own network, so the sign-in is counted instead.
  const limit = await limitSignIn(scope.app, `session ${sessionId}`, userId);
  if (!(await checkPassword(scope.app, userId, password))) fail('auth.wrong_password');
  await limit.succeeded();
}

/**
 * What the caller's browser unlocks one of their passkeys by, for `confirm`.
 * @throws `account.no_person`, `passkey.not_offered`, `passkey.not_found`
 */
export async function beginConfirmation(scope: OrganizationWriteScope): Promise<{ options: Record<string, unknown> }> {
  const { userId, domainId } = await requireSignedIn(scope);
  return { options: await beginUnlocking(scope.app, await pagesOf(scope.app, domainId), { userId }) };
}

const pagesOf = async (app: App, domainId: Uuid | null): Promise<Host> =>
  (await hostById(app, domainId)) ?? fail('passkey.not_offered');

async function requirePasskey(app: App, at: Host, userId: Uuid, credential: UsedPasskey): Promise<void> {
  const found = await recognizePasskey(app, at, credential, { userId }).catch((error: unknown) => {
    // Who is signed in stays so.
    throw error instanceof Failure && error.code === 'auth.passkey_refused' ? new Failure('auth.wrong_passkey') : error;
  });
  if (found.isDoubtful) fail('auth.wrong_passkey');
}
