import { rolePermissions, roles, type Permission, type Uuid } from '@tabard/contract';
import type { OrganizationScope } from '#kernel';
import { loadChain } from './load-chain.ts';

type Acting = Pick<OrganizationScope, 'app' | 'principal'>;

/** The roles that administer a whole organization. */
const administering = roles.filter((role) => rolePermissions[role].includes('organization.manage'));

/**
 * The organization whose whole branch the caller reaches; null for whoever is let into one workspace only. A page that a person of
 * ours opened lies in one workspace, and reaches what they administer above it, as far as its session may do anything there.
 */
export async function reachAbove(scope: Acting): Promise<Uuid | null> {
  const { app, principal } = scope;
  if (principal.workspaceId === null) return principal.organizationId;
  if (principal.kind !== 'embed_session' || !principal.userId) return null;
  const chain = await loadChain(app, principal.organizationId);
  const rows = await app.database.readOrganization<{ organization_id: Uuid }>(
    `select organization_id from member
      where user_id = $1 and deactivated_at is null and workspace_id is null and organization_id = any($2) and role = any($3)`,
    [principal.userId, chain.map(({ id }) => id), administering],
    'reach_above',
  );
  return chain.findLast(({ id }) => rows.some((row) => row.organization_id === id))?.id ?? null;
}

/** What the caller has to give: their own permissions; on a page of a person who administers the organization, that person's. */
export async function grantablePermissions(scope: Acting): Promise<ReadonlySet<Permission>> {
  const { principal } = scope;
  if (principal.kind !== 'embed_session' || (await reachAbove(scope)) === null) return principal.permissions;
  return new Set(rolePermissions.org_admin);
}
