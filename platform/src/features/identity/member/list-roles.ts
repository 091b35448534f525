import type { Role, Uuid } from '@tabard/contract';
import { roleIdOf } from '#features/identity/permission';
import type { OrganizationScope } from '#kernel';
import { grantableRoles } from './authority.ts';
import { requirePlace } from './place.ts';

/** The roles that the caller can give in a place. */
export async function listRoles(
  scope: OrganizationScope,
  input: { workspaceId?: Uuid; organizationId?: Uuid },
): Promise<{ roles: Role[]; made: { id: string; name: string; description: string }[] }> {
  const { builtIn, made } = await grantableRoles(scope, await requirePlace(scope, input));
  return {
    roles: builtIn,
    made: made.map(({ role_id, made_name, description }) => ({ id: roleIdOf(role_id), name: made_name, description })),
  };
}
