import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Asks for no code any more: the app and all recovery codes are forgotten. Gives whether one was asked for. */
export async function turnOffSecondFactor(sql: Sql, userId: Uuid): Promise<boolean> {
  const [row] = await sql<{ was_on: boolean }>(
    'delete from second_factor where user_id = $1 returning secret is not null as was_on',
    [userId],
  );
  await sql('delete from recovery_code where user_id = $1', [userId]);
  return row?.was_on ?? false;
}
