import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Ends the sessions of all pages that a person's sign-ins opened, within five seconds; a page gets another with what they may do then. */
export async function endPersonPages(sql: Sql, userId: Uuid): Promise<void> {
  await sql(
    `update embed_session e set revoked_at = now() from user_session u
      where u.user_id = $1 and u.ended_at is null and e.user_session_id = u.id and e.revoked_at is null and e.expires_at > now()`,
    [userId],
  );
}
