import type { Uuid } from '@tabard/contract';
import { fail, type OrganizationScope } from '#kernel';
import { loadChain, type OrganizationRow } from './load-chain.ts';
import { reachAbove } from './reach-above.ts';

/**
 * The organization and all above it, if the caller may touch it: it lies in the branch of the caller's own. Whoever is limited to
 * one workspace may only look at the organization of it. Anything else is the same 404 as an unknown id.
 */
export async function requireOrganization(
  scope: Pick<OrganizationScope, 'app' | 'principal'>,
  organizationId: Uuid,
  reach: 'read' | 'manage',
): Promise<[OrganizationRow, ...OrganizationRow[]]> {
  const { principal } = scope;
  const [own, ...above] = await loadChain(scope.app, organizationId);
  const root = await reachAbove(scope);
  const inBranch = own && [own, ...above].some((row) => row.id === (root ?? principal.organizationId));
  if (!inBranch || (root === null && (reach === 'manage' || organizationId !== principal.organizationId)))
    fail('organization.not_found');
  return [own, ...above];
}
