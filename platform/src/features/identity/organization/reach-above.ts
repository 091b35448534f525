import type { Permission, Uuid } from '@tabard/contract';
import { permissionsOf, rolesHeld, unionOf, type HeldRole } from '#features/identity/permission';
import type { OrganizationScope } from '#kernel';
import { loadChain } from './load-chain.ts';

type Acting = Pick<OrganizationScope, 'app' | 'principal'>;

/**
 * The organization whose whole branch the caller reaches; null for whoever is let into one workspace only. A page that a person of
 * ours opened lies in one workspace, and reaches what they administer above it, as far as its session may do anything there.
 */
export async function reachAbove(scope: Acting): Promise<Uuid | null> {
  const { principal } = scope;
  if (principal.workspaceId === null) return principal.organizationId;
  return (await heldAbove(scope))?.organizationId ?? null;
}

/** The highest organization that the person of a page administers, and what they are there and above: what holds in all of its branch. */
async function heldAbove({
  app,
  principal,
}: Acting): Promise<{ organizationId: Uuid; roles: readonly HeldRole[] } | null> {
  if (principal.kind !== 'embed_session' || !principal.userId) return null;
  const chain = (await loadChain(app, principal.organizationId)).map(({ id }) => id);
  const roles = await rolesHeld(app, principal.userId, { workspaceId: null, organizationIds: chain });
  const administered = roles.filter((each) => permissionsOf(each).includes('organization.manage'));
  const organizationId = chain.findLast((id) => administered.some((each) => each.organization_id === id));
  if (!organizationId) return null;
  const upwards = new Set(chain.slice(chain.indexOf(organizationId)));
  return { organizationId, roles: roles.filter((each) => upwards.has(each.organization_id)) };
}

/** What the caller has to give: their own permissions; on a page of a person who administers the organization, that person's. */
export async function grantablePermissions(scope: Acting): Promise<ReadonlySet<Permission>> {
  const { principal } = scope;
  const above = principal.workspaceId === null ? null : await heldAbove(scope);
  return above ? unionOf(above.roles) : principal.permissions;
}
