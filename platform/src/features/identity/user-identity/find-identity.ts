import type { Uuid } from '@tabard/contract';
import type { ClaimedIdentity } from '#features/identity/identity-provider';
import type { App, Sql } from '#kernel';

/** An account that signs somebody in. */
export interface KnownIdentity {
  id: Uuid;
  userId: Uuid;
}

/** Whose account it is; null where nobody has confirmed it. */
export async function findIdentity(
  { database }: App,
  { issuer, subject }: Pick<ClaimedIdentity, 'issuer' | 'subject'>,
): Promise<KnownIdentity | null> {
  const [row] = await database.readOrganization<KnownIdentity>(
    `select id, user_id as "userId" from user_identity where issuer = $1 and subject = $2 and confirmed_at is not null`,
    [issuer, subject],
    'identity_of_subject',
  );
  return row ?? null;
}

/** Notes a use, with what the provider says now. */
export async function noteIdentityUsed(sql: Sql, id: Uuid, { email, provider }: ClaimedIdentity): Promise<void> {
  await sql('update user_identity set last_used_at = now(), email = $2, provider_id = $3 where id = $1', [
    id,
    email,
    provider.id,
  ]);
}

/** Whether a person has another account of the same issuer: their address may belong to somebody else by now. */
export async function hasOtherIdentity(
  { database }: App,
  userId: Uuid,
  { issuer, subject }: ClaimedIdentity,
): Promise<boolean> {
  const rows = await database.readOrganization(
    'select from user_identity where user_id = $1 and issuer = $2 and subject <> $3 and confirmed_at is not null',
    [userId, issuer, subject],
  );
  return rows.length > 0;
}
