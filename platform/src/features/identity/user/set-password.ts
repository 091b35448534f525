import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';
import { hashPassword } from './password.ts';

/** Gives a person another password; the caller ends their sessions. */
export async function setPassword(sql: Sql, userId: Uuid, password: string): Promise<{ email: string; name: string }> {
  const [row] = await sql<{ email: string; name: string }>(
    'update app_user set password_hash = $2, updated_at = now() where id = $1 returning email, name',
    [userId, await hashPassword(password)],
  );
  return row ?? fail('internal.unexpected');
}
