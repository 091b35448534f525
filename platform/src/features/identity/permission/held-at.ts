import type { Permission, Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import { givenRoleColumns, permissionsOf, type GivenRole } from './given-role.ts';

/** Where somebody stands: a workspace or none, and the organizations above. */
export interface Standpoint {
  workspaceId: Uuid | null;
  organizationIds: readonly Uuid[];
}

/** A role that somebody has, and the organization where they have it. */
export type HeldRole = GivenRole & { organization_id: Uuid; workspace_id: Uuid | null };

/** What a person is in a place, by itself and by the organizations above. */
export function rolesHeld(app: App, userId: Uuid, { workspaceId, organizationIds }: Standpoint): Promise<HeldRole[]> {
  return app.database.readOrganization<HeldRole>(
    `select m.organization_id, m.workspace_id, ${givenRoleColumns('m')} from member m
      where m.user_id = $1 and m.deactivated_at is null
        and (m.workspace_id = $2 or (m.workspace_id is null and m.organization_id = any($3)))`,
    [userId, workspaceId, organizationIds],
    'roles_held',
  );
}

/** All that these roles let one do together. */
export const unionOf = (roles: readonly GivenRole[]): ReadonlySet<Permission> => new Set(roles.flatMap(permissionsOf));
