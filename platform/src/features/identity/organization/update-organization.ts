import type { BrandInput, Organization, Uuid } from '@tabard/contract';
import { fail, type OrganizationWriteScope } from '#kernel';
import type { OrganizationRow } from './load-chain.ts';
import { requireOrganization } from './require-organization.ts';
import { showOrganization } from './show-organization.ts';

/** Changes the name or parts of the brand; a part set to null is inherited again. */
export async function updateOrganization(
  scope: OrganizationWriteScope,
  input: { id: Uuid; name?: string; brand?: BrandInput },
): Promise<Organization> {
  const [, ...above] = await requireOrganization(scope, input.id, 'manage');
  const [row] = await scope.sql<OrganizationRow>(
    `update organization set name = coalesce($2, name), brand = jsonb_strip_nulls(brand || $3::jsonb), updated_at = now()
      where id = $1 returning id, parent_id, kind, name, slug, brand, created_at`,
    [input.id, input.name ?? null, JSON.stringify(input.brand ?? {})],
  );
  return showOrganization([row ?? fail('organization.not_found'), ...above]);
}
