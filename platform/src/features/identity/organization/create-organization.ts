import type { BrandInput, Organization, Uuid } from '@tabard/contract';
import { fail, newId, type OrganizationWriteScope } from '#kernel';
import type { OrganizationRow } from './load-chain.ts';
import { requireOrganization } from './require-organization.ts';
import { showOrganization } from './show-organization.ts';

/** Adds a vendor or an agency below an organization of the caller's branch. */
export async function createOrganization(
  scope: OrganizationWriteScope,
  input: { parentId: Uuid; kind: 'vendor' | 'agency'; name: string; slug: string; brand?: BrandInput },
): Promise<Organization> {
  const above = await requireOrganization(scope, input.parentId, 'manage');
  const [row] = await scope.sql<OrganizationRow>(
    `insert into organization (id, parent_id, kind, name, slug, brand) values ($1, $2, $3, $4, $5, jsonb_strip_nulls($6::jsonb))
     on conflict (slug) do nothing returning id, parent_id, kind, name, slug, brand, sign_in, created_at`,
    [newId(), input.parentId, input.kind, input.name, input.slug, JSON.stringify(input.brand ?? {})],
  );
  return showOrganization([row ?? fail('organization.slug_taken'), ...above]);
}
