import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';
import { hashPassword } from './password.ts';
import { requireStrongPassword } from './require-strong-password.ts';

/**
 * Gives a person another password; the caller ends their sessions.
 * @throws `user.password_short`, `user.password_common`
 */
export async function setPassword(sql: Sql, userId: Uuid, password: string): Promise<{ email: string; name: string }> {
  const [person] = await sql<{ email: string; name: string }>('select email, name from app_user where id = $1', [
    userId,
  ]);
  if (!person) return fail('internal.unexpected');
  requireStrongPassword(password, [person.email, person.name]);
  // As late as can be: what was begun with the password before ends by this moment.
  await sql('update app_user set password_hash = $2, updated_at = clock_timestamp() where id = $1', [
    userId,
    await hashPassword(password),
  ]);
  return person;
}
