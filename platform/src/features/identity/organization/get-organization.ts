import type { Organization, Uuid } from '@tabard/contract';
import type { OrganizationScope } from '#kernel';
import { requireOrganization } from './require-organization.ts';
import { showOrganization } from './show-organization.ts';

export async function getOrganization(scope: OrganizationScope, input: { id: Uuid }): Promise<Organization> {
  return showOrganization(await requireOrganization(scope, input.id, 'read'));
}
