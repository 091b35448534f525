import type { GivableRoles, Uuid } from '@tabard/contract';
import { roleIdOf } from '#features/identity/permission';
import type { OrganizationScope } from '#kernel';
import { grantableRoles } from './authority.ts';
import { namesSeen } from './names-seen.ts';
import { requirePlace } from './place.ts';

/** The roles that the caller can give in a place. */
export async function listRoles(
  scope: OrganizationScope,
  input: { workspaceId?: Uuid; organizationId?: Uuid },
): Promise<GivableRoles> {
  const place = await requirePlace(scope, input);
  const [{ builtIn, made }, seen] = await Promise.all([grantableRoles(scope, place), namesSeen(scope, place)]);
  const own = place.workspaceId ?? place.organizationId;
  return {
    roles: builtIn,
    made: made.map(({ role_id, made_name, description, scope_id }) => ({
      id: roleIdOf(role_id),
      name: made_name,
      description,
      // A role of a workspace is used there only, so what is not of the place is of an organization.
      inheritedFrom: scope_id === own ? null : { name: seen.get(scope_id) ?? null },
    })),
  };
}
