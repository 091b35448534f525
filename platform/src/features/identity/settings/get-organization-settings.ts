import { toPublicId, type OrganizationSettings, type Uuid } from '@tabard/contract';
import { levelOf, reachAbove, requireOrganization, type OrganizationRow } from '#features/identity/organization';
import type { OrganizationScope } from '#kernel';
import { seenBy, showSettings } from './show-settings.ts';

/** What holds in an organization of the caller's branch. */
export async function getOrganizationSettings(
  scope: OrganizationScope,
  { organizationId }: { organizationId: Uuid },
): Promise<OrganizationSettings> {
  return showChain(scope, await requireOrganization(scope, organizationId, 'read'));
}

/** What holds in the first of a chain of organizations, as the caller may know it. */
export async function showChain(
  scope: OrganizationScope,
  chain: readonly [OrganizationRow, ...OrganizationRow[]],
): Promise<OrganizationSettings> {
  const levels = chain.map(levelOf);
  const topmost = (await reachAbove(scope)) ?? scope.principal.organizationId;
  return {
    organizationId: toPublicId('organization', chain[0].id),
    name: chain[0].name,
    settings: showSettings(levels, seenBy(levels, topmost)),
  };
}
