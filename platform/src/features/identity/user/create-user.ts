import type { Uuid } from '@tabard/contract';
import { fail, newId, type Sql } from '#kernel';
import { normalizeEmail } from './normalize-email.ts';
import { hashPassword } from './password.ts';
import { requireStrongPassword } from './require-strong-password.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
}

/**
 * Adds a person who can sign in: the first one by the setup's link, all others by an invitation.
 * @throws `user.email_taken`, `user.password_short`, `user.password_common`
 */
export async function createUser(sql: Sql, user: NewUser): Promise<Uuid> {
  requireStrongPassword(user.password, [user.email, user.name]);
  const id = newId();
  const [row] = await sql(
    `insert into app_user (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict (email) do nothing returning id`,
    [id, normalizeEmail(user.email), user.name, await hashPassword(user.password)],
  );
  return row ? id : fail('user.email_taken');
}
