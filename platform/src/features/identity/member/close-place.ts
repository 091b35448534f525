import type { Uuid } from '@tabard/contract';
import { endPersonPages } from '#features/identity/embed-session';
import { endSessions } from '#features/identity/session';
import type { Sql } from '#kernel';

/** Ends the pages of a person who lost a place, and all of their sign-ins where it was the last one. */
export async function closePlace(sql: Sql, userId: Uuid): Promise<void> {
  await endPersonPages(sql, userId);
  const [left] = await sql('select from member where user_id = $1 and deactivated_at is null limit 1', [userId]);
  if (!left) await endSessions(sql, userId);
}
