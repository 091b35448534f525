import { toPublicId, type AnyRole, type Uuid } from '@tabard/contract';
import { succeedInvitations } from '#features/identity/invitation';
import { isMisplaced, requireGrantable, succeedMembers } from '#features/identity/member';
import { fail, requirePermission, withinScope, type OrganizationWriteScope } from '#kernel';
import { requireRole } from './require-role.ts';
import { useOf } from './use-of.ts';
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
