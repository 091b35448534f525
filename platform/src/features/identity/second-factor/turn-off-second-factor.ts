import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Asks for no code any more: the app and all recovery codes are forgotten. */
export async function turnOffSecondFactor(sql: Sql, userId: Uuid): Promise<void> {
  await sql('delete from second_factor where user_id = $1', [userId]);
  await sql('delete from recovery_code where user_id = $1', [userId]);
}
