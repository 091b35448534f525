import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Ends every sign-in of a person, within five seconds everywhere. */
export async function endSessions(sql: Sql, userId: Uuid): Promise<void> {
  await sql('update user_session set ended_at = now() where user_id = $1 and ended_at is null', [userId]);
}

/** Ends one sign-in, with every page that it opened. */
export async function endSession(sql: Sql, id: Uuid): Promise<void> {
  await sql('update user_session set ended_at = coalesce(ended_at, now()) where id = $1', [id]);
}
