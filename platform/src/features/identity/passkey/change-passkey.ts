import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';

/** @throws `passkey.not_found` also for somebody else's */
export async function renamePasskey(
  sql: Sql,
  { userId, id, name }: { userId: Uuid; id: Uuid; name: string },
): Promise<void> {
  const [row] = await sql('update passkey set name = $3 where id = $1 and user_id = $2 returning id', [
    id,
    userId,
    name,
  ]);
  if (!row) fail('passkey.not_found');
}

/** Makes a passkey good for nothing; the caller ends what it opened. @throws `passkey.not_found` also for somebody else's */
export async function removePasskey(sql: Sql, { userId, id }: { userId: Uuid; id: Uuid }): Promise<void> {
  const [row] = await sql('delete from passkey where id = $1 and user_id = $2 returning id', [id, userId]);
  if (!row) fail('passkey.not_found');
}

/** Makes all passkeys of a person good for nothing; gives how many they were. */
export async function removePasskeys(sql: Sql, userId: Uuid): Promise<number> {
  return (await sql('delete from passkey where user_id = $1 returning id', [userId])).length;
}
