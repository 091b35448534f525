import type { Uuid } from '@tabard/contract';
import type { ClaimedIdentity } from '#features/identity/identity-provider';
import { fail, newId, type Sql } from '#kernel';

/** The most accounts that a person has. */
const mostIdentities = 20;

/**
 * Lets an account sign a person in from now on, in the open transaction; gives its id.
 * @throws `user_identity.taken`, `user_identity.too_many`
 */
export const addIdentity = (sql: Sql, userId: Uuid, claimed: ClaimedIdentity): Promise<Uuid> =>
  insert(sql, { userId, claimed, isConfirmed: true });

/**
 * Keeps an account until its person confirms it; it signs nobody in before.
 * @throws `user_identity.taken`, `user_identity.too_many`
 */
export const proposeIdentity = (sql: Sql, userId: Uuid, claimed: ClaimedIdentity): Promise<Uuid> =>
  insert(sql, { userId, claimed, isConfirmed: false });

async function insert(
  sql: Sql,
  { userId, claimed, isConfirmed }: { userId: Uuid; claimed: ClaimedIdentity; isConfirmed: boolean },
): Promise<Uuid> {
  const { issuer, subject, provider, email } = claimed;
  // Those who add at once take turns.
  await sql('select from app_user where id = $1 for no key update', [userId]);
  const [count] = await sql<{ has: number }>(
    'select count(*)::int as has from user_identity where user_id = $1 and (issuer, subject) <> ($2, $3)',
    [userId, issuer, subject],
  );
  if ((count?.has ?? 0) >= mostIdentities) fail('user_identity.too_many');
  const [row] = await sql<{ id: Uuid }>(
    `insert into user_identity (id, user_id, issuer, subject, kind, provider_id, name, email, confirmed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9 then now() end)
     on conflict (issuer, subject) do update set user_id = excluded.user_id, kind = excluded.kind, provider_id = excluded.provider_id,
       name = excluded.name, email = excluded.email, created_at = now(), confirmed_at = excluded.confirmed_at
       -- What signs somebody in already stays theirs.
       where user_identity.confirmed_at is null
     returning id`,
    [newId(), userId, issuer, subject, provider.kind, provider.id, provider.name, email, isConfirmed],
  );
  return row?.id ?? fail('user_identity.taken');
}

/**
 * Lets an account sign its person in that waited for their word.
 * @throws `auth.link_spent` when it is gone, or somebody else's by now
 */
export async function confirmIdentity(sql: Sql, { id, userId }: { id: Uuid; userId: Uuid }): Promise<void> {
  const [row] = await sql(
    'update user_identity set confirmed_at = coalesce(confirmed_at, now()) where id = $1 and user_id = $2 returning id',
    [id, userId],
  );
  if (!row) fail('auth.link_spent');
}
