import { toPublicId, type Permission, type RoleView, type Uuid } from '@tabard/contract';
import { knownPermissions, roleIdOf } from '#features/identity/permission';

export interface RoleRow {
  id: Uuid;
  scope_id: Uuid;
  organization_id: Uuid;
  workspace_id: Uuid | null;
  name: string;
  description: string;
  permissions: string[];
  updated_at: Date;
}

/** The columns of a `RoleRow`. */
export const roleColumns = 'id, scope_id, organization_id, workspace_id, name, description, permissions, updated_at';

/** What is shown beside the row. */
export type BesideRole = Pick<RoleView, 'inheritedFrom' | 'members' | 'invitations' | 'canManage' | 'canGive'>;

/** The role as callers see it. */
export function showRole(row: RoleRow, beside: BesideRole): RoleView {
  const known: readonly string[] = knownPermissions(row.permissions);
  return {
    id: roleIdOf(row.id),
    isBuiltIn: false,
    name: row.name,
    description: row.description,
    permissions: [...known] as Permission[], // those that are known
    unknownPermissions: row.permissions.filter((each) => !known.includes(each)),
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
    updatedAt: row.updated_at.toISOString(),
    ...beside,
  };
}
