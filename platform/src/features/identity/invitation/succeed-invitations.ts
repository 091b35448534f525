import type { Uuid } from '@tabard/contract';
import { madeRole, type GivenRole } from '#features/identity/permission';
import type { Sql } from '#kernel';

/**
 * Gives all invitations with a role that was made another one, where it counts and if they can still be accepted or renewed; gives how
 * many. Asks nobody for permission.
 */
export async function succeedInvitations(
  sql: Sql,
  roleId: Uuid,
  { role, role_id }: Pick<GivenRole, 'role' | 'role_id'>,
): Promise<number> {
  const moved = await sql(
    `update invitation set role = $2, role_id = $3
      where role_id = $1 and accepted_at is null and revoked_at is null and ${madeRole('invitation', 'name')} is not null returning id`,
    [roleId, role, role_id],
  );
  return moved.length;
}
