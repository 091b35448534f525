import type { Uuid } from '@tabard/contract';
import { endPersonPages } from '#features/identity/embed-session';
import { madeRole, type GivenRole } from '#features/identity/permission';
import type { Sql } from '#kernel';

/**
 * Gives all who have a role that was made another one, where it counts; gives how many. Whoever has it in a place that was moved away is
 * no longer the matter of those who made it. Asks nobody for permission.
 */
export async function succeedMembers(
  sql: Sql,
  roleId: Uuid,
  { role, role_id }: Pick<GivenRole, 'role' | 'role_id'>,
): Promise<number> {
  const moved = await sql<{ user_id: Uuid }>(
    `update member set role = $2, role_id = $3 where role_id = $1 and ${madeRole('member', 'name')} is not null returning user_id`,
    [roleId, role, role_id],
  );
  for (const userId of new Set(moved.map((each) => each.user_id))) await endPersonPages(sql, userId);
  return moved.length;
}
