import { permissions, rolePermissions, roles, type Permission, type RoleView, type Uuid } from '@tabard/contract';
import { roleWords } from '@tabard/contract/permissions';
import { grantableRoles, meaninglessIn, namesSeen, permissionsIn, requirePlace } from '#features/identity/member';
import { knownPermissions, roleIdOf } from '#features/identity/permission';
import type { OrganizationScope } from '#kernel';
import { countHolders } from './count-holders.ts';
import { roleColumns, showRole, type RoleRow } from './show-role.ts';

/** All roles that can be used in a place: the built-in ones, those made there, and those made in the organizations above. */
export async function listRoles(
  scope: OrganizationScope,
  input: { workspaceId?: Uuid; organizationId?: Uuid },
): Promise<{ items: RoleView[]; grantable: Permission[] }> {
  const { app } = scope;
  const place = await requirePlace(scope, input);
  const [rows, held, holders, give, seen] = await Promise.all([
    app.database.readOrganization<RoleRow>(
      `select ${roleColumns} from role where workspace_id = $1 or (workspace_id is null and organization_id = any($2))
        order by fold_text(name), id`,
      [place.workspaceId, place.chain.map(({ id }) => id)],
    ),
    permissionsIn(scope, place),
    countHolders(app.database.above.read, place),
    grantableRoles(scope, place),
    namesSeen(scope, place),
  ]);
  const nobody = { members: 0, invitations: 0 };
  const mayWrite = scope.principal.permissions.has('role.manage');
  const given = new Set(give.made.map(({ role_id }) => role_id));
  const made = rows.map((row) => {
    const isOwn = row.scope_id === (place.workspaceId ?? place.organizationId);
    return showRole(row, {
      ...(holders.get(roleIdOf(row.id)) ?? nobody),
      inheritedFrom: isOwn ? null : { name: seen.get(row.organization_id) ?? null },
      canManage: isOwn && mayWrite && knownPermissions(row.permissions).every((each) => held.has(each)),
      canGive: given.has(row.id),
    });
  });
  const builtIn = roles.map((role): RoleView => {
    const [name, description] = roleWords[role];
    return {
      id: role,
      isBuiltIn: true,
      name,
      description,
      permissions: [...rolePermissions[role]],
      unknownPermissions: [],
      organizationId: null,
      workspaceId: null,
      inheritedFrom: null,
      ...(holders.get(role) ?? nobody),
      canManage: false,
      canGive: give.builtIn.includes(role),
      updatedAt: null,
    };
  });
  const nothing = meaninglessIn(place);
  return {
    items: [...builtIn, ...made],
    grantable: permissions.filter((each) => held.has(each) && !nothing.includes(each)),
  };
}
