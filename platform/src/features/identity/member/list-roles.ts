import type { Role, Uuid } from '@tabard/contract';
import type { OrganizationScope } from '#kernel';
import { grantableRoles } from './authority.ts';
import { requirePlace } from './place.ts';

/** The roles that the caller can give in a place. */
export async function listRoles(
  scope: OrganizationScope,
  input: { workspaceId?: Uuid; organizationId?: Uuid },
): Promise<{ roles: Role[] }> {
  return { roles: [...(await grantableRoles(scope, await requirePlace(scope, input)))] };
}
