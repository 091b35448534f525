import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';

/**
 * Has an account sign nobody in any more; the caller ends what it opened. A person keeps a way to sign in: a password, a passkey or
 * another account.
 * @throws `user_identity.not_found` also for somebody else's, `user_identity.last_way`
 */
export async function removeIdentity(sql: Sql, { userId, id }: { userId: Uuid; id: Uuid }): Promise<{ name: string }> {
  // Two who remove one each take turns.
  const [person] = await sql<{ has_other: boolean }>(
    `select password_hash is not null or exists (select from passkey k where k.user_id = u.id)
            or exists (select from user_identity i where i.user_id = u.id and i.id <> $2 and i.confirmed_at is not null) as has_other
       from app_user u where id = $1 for no key update`,
    [userId, id],
  );
  const [row] = await sql<{ name: string }>(
    'delete from user_identity where id = $1 and user_id = $2 and confirmed_at is not null returning name',
    [id, userId],
  );
  if (!row) return fail('user_identity.not_found');
  if (!person?.has_other) fail('user_identity.last_way');
  return row;
}

/** Makes all accounts at providers good for nothing that signed a person in; gives how many they were. */
export async function removeIdentities(sql: Sql, userId: Uuid): Promise<number> {
  return (await sql('delete from user_identity where user_id = $1 returning id', [userId])).length;
}
