import { toPublicId, type Uuid } from '@tabard/contract';
import type { Account, MadePasskey } from '@tabard/contract/identity/account';
import { hostById } from '#features/identity/address';
import { requireConfirmed, requireSignedIn, type SignedInPerson } from '#features/identity/confirmation';
import {
  addPasskey as add,
  beginPasskey as begin,
  removePasskey as remove,
  renamePasskey as rename,
} from '#features/identity/passkey';
import { endSessions } from '#features/identity/session';
import { findUser } from '#features/identity/user';
import { personalMail } from '#features/operations/system-mail';
import { fail, Failure, type App, type Host, type OrganizationScope, type OrganizationWriteScope } from '#kernel';
import { showAccount } from './get-account.ts';
import { mailNotice } from './mail-notice.ts';

/** Where the caller's passkeys are made: at the pages by which they signed in. */
const pagesOf = async (app: App, { domainId }: SignedInPerson): Promise<Host> =>
  (await hostById(app, domainId)) ?? fail('passkey.not_offered');

/**
 * What the caller's browser makes a passkey from; nothing changes until it is added.
 * @throws `account.no_person`, `auth.confirmation_required`, `passkey.not_offered`, `passkey.too_many`
 */
export async function beginPasskey(scope: OrganizationWriteScope): Promise<{ options: Record<string, unknown> }> {
  const { app } = scope;
  const person = await requireConfirmed(scope);
  const at = await pagesOf(app, person);
  const [mail, user] = await Promise.all([personalMail(app, person.userId, at.domain), findUser(app, person.userId)]);
  const { email = '', name = '' } = user ?? {};
  return { options: await begin(app, { userId: person.userId, at }, { issuer: mail?.name ?? '', email, name }) };
}

/**
 * Takes the passkey that the browser made, and tells the caller by mail.
 * @throws `account.no_person`, `auth.confirmation_required`, `passkey.not_offered`, `passkey.challenge_ended`, `passkey.refused`, `passkey.known`, `passkey.too_many`
 */
export async function addPasskey(
  scope: OrganizationWriteScope,
  input: { name: string; credential: MadePasskey },
): Promise<Account> {
  const { app, sql } = scope;
  const person = await requireConfirmed(scope);
  await add(app, sql, { userId: person.userId, at: await pagesOf(app, person) }, input);
  await mailNotice(app, sql, { userId: person.userId, notice: 'passkeyAdded' });
  return showAccount(app, person, sql);
}

/** Who changes a passkey of theirs; whoever has no account has none. */
const requireOwner = (scope: OrganizationScope): Promise<SignedInPerson> =>
  requireSignedIn(scope).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure('passkey.not_found') : error;
  });

/** @throws `passkey.not_found` also for callers who have none */
export async function renamePasskey(
  scope: OrganizationWriteScope,
  { id, name }: { id: Uuid; name: string },
): Promise<Account> {
  const person = await requireOwner(scope);
  await rename(scope.sql, { userId: person.userId, id, name });
  return showAccount(scope.app, person, scope.sql);
}

/**
 * Makes a passkey good for nothing, ends the sign-ins elsewhere that it opened, and tells the caller by mail.
 * @throws `auth.confirmation_required`, `passkey.not_found` also for callers who have none
 */
export async function removePasskey(
  scope: OrganizationWriteScope,
  { id }: { id: Uuid },
): Promise<{ id: string; endedSessions: number }> {
  const { app, sql } = scope;
  await requireOwner(scope);
  const { userId, sessionId } = await requireConfirmed(scope);
  await remove(sql, { userId, id });
  const endedSessions = await endSessions(sql, userId, { except: sessionId, passkeyId: id });
  await mailNotice(app, sql, { userId, notice: 'passkeyRemoved' });
  return { id: toPublicId('passkey', id), endedSessions };
}
