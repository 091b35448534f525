import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';

/** PostgreSQL's word for a value that another row has already. */
const uniqueViolation = '23505';

/**
 * Gives a person another address to sign in with; gives the one they had. Links that were mailed to that one are good for nothing then.
 * @throws `user.email_taken`
 */
export async function setEmail(sql: Sql, userId: Uuid, email: string): Promise<string> {
  const [person] = await sql<{ email: string }>('select email from app_user where id = $1 for update', [userId]);
  if (!person) return fail('internal.unexpected');
  await sql('update app_user set email = $2, updated_at = clock_timestamp() where id = $1', [userId, email]).catch(
    (error: unknown) => {
      const isTaken = error instanceof Error && 'code' in error && error.code === uniqueViolation;
      return isTaken ? fail('user.email_taken') : Promise.reject(error);
    },
  );
  return person.email;
}
