import { toPublicId, type AnyRole, type Uuid } from '@tabard/contract';
import { succeedInvitations } from '#features/identity/invitation';
import { isMisplaced, requireGrantable, succeedMembers } from '#features/identity/member';
import { madeRole } from '#features/identity/permission';
import { fail, requirePermission, withinScope, type OrganizationWriteScope, type Sql } from '#kernel';
import { requireRole } from './require-role.ts';
import { tellOfRole } from './write-role.ts';

/**
 * Removes a role. Whoever has it where it counts, or is invited with it, has the successor from then on, which the caller may give there;
 * what they may do changes within five seconds everywhere.
 * @throws `role.in_use`, `role.successor_wrong`, and what giving the successor throws
 */
export async function removeRole(
  scope: OrganizationWriteScope,
  { id, successor }: { id: Uuid; successor?: AnyRole },
): Promise<{ id: string; moved: number }> {
  const { sql } = scope;
  const { row, place } = await requireRole(scope, id);
  const use = await useOf(sql, id);
  let moved = 0;
  if (use.count > 0) {
    if (successor === undefined)
      return fail('role.in_use', { details: [{ path: 'successor', message: 'Name another role.', limit: use.count }] });
    if (successor === toPublicId('role', id)) fail('role.successor_wrong');
    requirePermission(scope.principal, 'member.manage');
    const given = await requireGrantable(scope, place, successor);
    if (use.workspace_id && isMisplaced({ ...place, workspaceId: use.workspace_id }, given))
      fail('member.role_misplaced');
    // First the invitations: whoever accepts one just now is among the members then.
    moved = await succeedInvitations(sql, id, given);
    moved += await succeedMembers(sql, id, given);
  }
  await withinScope(sql, row.scope_id, () => sql('delete from role where id = $1', [id]));
  await tellOfRole(scope, row, 'deleted');
  return { id: toPublicId('role', id), moved };
}

/** How many have a role where it counts or are invited with it, deactivated and expired ones too, and one of the workspaces where they do. */
async function useOf(sql: Sql, id: Uuid): Promise<{ count: number; workspace_id: Uuid | null }> {
  const [found] = await sql<{ count: number; workspace_id: Uuid | null }>(
    `select count(*)::int as count, (array_agg(workspace_id) filter (where workspace_id is not null))[1] as workspace_id from (
       select m.workspace_id from member m where m.role_id = $1 and ${madeRole('m', 'name')} is not null
       union all
       select i.workspace_id from invitation i where i.role_id = $1 and i.accepted_at is null and i.revoked_at is null and ${madeRole('i', 'name')} is not null) as used`,
    [id],
  );
  return found ?? { count: 0, workspace_id: null };
}
