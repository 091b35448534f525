import type { Uuid } from '@tabard/contract';
import { permissionsIn, requirePlace, type Place } from '#features/identity/member';
import { knownPermissions } from '#features/identity/permission';
import { Failure, fail, withinScope, type OrganizationWriteScope } from '#kernel';
import { roleColumns, type RoleRow } from './show-role.ts';

/**
 * A role that the caller may change, with the place that made it, locked until the end of the transaction: nobody gives it meanwhile.
 * Nobody changes a role that holds more than they do.
 * @throws `role.not_found`, `role.permission_exceeded`
 */
export async function requireRole(scope: OrganizationWriteScope, id: Uuid): Promise<{ row: RoleRow; place: Place }> {
  const { sql } = scope;
  const text = `select ${roleColumns} from role where id = $1`;
  const [found] = await sql<RoleRow>(text, [id]);
  if (!found) fail('role.not_found');
  const place = await requirePlace(scope, {
    organizationId: found.organization_id,
    workspaceId: found.workspace_id,
  }).catch((error: unknown) => (error instanceof Failure ? fail('role.not_found') : Promise.reject(error)));
  const [row] = await withinScope(sql, found.scope_id, () => sql<RoleRow>(`${text} for update`, [id]));
  if (!row) fail('role.not_found');
  const held = await permissionsIn(scope, place);
  if (!knownPermissions(row.permissions).every((each) => held.has(each)))
    fail('role.permission_exceeded', { public: 'This role holds more than you do. Ask somebody who holds as much.' });
  return { row, place };
}
