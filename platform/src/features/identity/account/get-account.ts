import { toPublicId, type Uuid } from '@tabard/contract';
import { type Account } from '@tabard/contract/identity/account';
import { hostById, ownHost } from '#features/identity/address';
import { requireSignedIn, type SignedInPerson } from '#features/identity/confirmation';
import { offeredProviders } from '#features/identity/identity-provider';
import { listPasskeys } from '#features/identity/passkey';
import { secondFactorStanding } from '#features/identity/second-factor';
import type { Person } from '#features/identity/user';
import { listIdentities } from '#features/identity/user-identity';
import { fail, type App, type OrganizationScope, type Sql } from '#kernel';

interface AccountRow extends Person {
  hasPassword: boolean;
  newEmail: string | null;
  newEmailUntil: Date | null;
}

/** The caller, as they see themselves. */
export async function getAccount(scope: OrganizationScope): Promise<Account> {
  return showAccount(scope.app, await requireSignedIn(scope));
}

/** The account of a person; `sql` reads in an open transaction. */
export async function showAccount(
  app: App,
  { userId, confirmedUntil, domainId }: SignedInPerson,
  sql?: Sql,
): Promise<Account> {
  const at = (await hostById(app, domainId)) ?? ownHost(app);
  const [person, { isOn, turnedOnAt, recoveryCodesLeft, isRequired }, passkeys, items, offered] = await Promise.all([
    readPerson(app, userId, sql),
    secondFactorStanding(app, userId),
    listPasskeys(app, { userId, at }, sql),
    listIdentities(app, userId, sql),
    offeredProviders(app, at),
  ]);
  const { newEmail, newEmailUntil, ...known } = person;
  return {
    id: toPublicId('user', userId),
    ...known,
    newEmail: newEmail && newEmailUntil ? { email: newEmail, expiresAt: newEmailUntil.toISOString() } : null,
    confirmedUntil: confirmedUntil?.toISOString() ?? null,
    secondFactor: { isOn, turnedOnAt: turnedOnAt?.toISOString() ?? null, recoveryCodesLeft, isRequired },
    passkeys,
    identities: {
      items,
      offered: offered.map(({ id, kind, name }) => ({
        provider: id ? toPublicId('identityProvider', id) : kind,
        kind,
        name,
      })),
    },
  };
}

/** The person, with the address that waits to be confirmed. */
async function readPerson({ database }: App, userId: Uuid, sql?: Sql): Promise<AccountRow> {
  const statement = `select u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash is not null as "hasPassword", l.email as "newEmail", l.expires_at as "newEmailUntil"
    from app_user u left join lateral (
      select email, expires_at from access_link
       where user_id = u.id and purpose = 'email' and used_at is null and expires_at > now() and created_at >= u.updated_at
       order by created_at desc limit 1) l on true
   where u.id = $1`;
  const [row] = sql
    ? await sql<AccountRow>(statement, [userId])
    : await database.readOrganization<AccountRow>(statement, [userId], 'account');
  return row ?? fail('account.no_person');
}
