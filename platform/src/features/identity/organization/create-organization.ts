import { brandSettingNames, type BrandInput, type Organization, type Uuid } from '@tabard/contract';
import { fail, newId, type OrganizationWriteScope } from '#kernel';
import { organizationColumns, type OrganizationRow } from './load-chain.ts';
import { requireFreeName } from './external-id.ts';
import { levelOf, newLevel } from './organization.rules.ts';
import { refuseLocked } from './refuse-locked.ts';
import { requireOrganization } from './require-organization.ts';
import { requireStaying } from './require-staying.ts';
import { showOrganization } from './show-organization.ts';

/** Adds a vendor or an agency below an organization of the caller's branch. */
export async function createOrganization(
  scope: OrganizationWriteScope,
  input: {
    parentId: Uuid;
    kind: 'vendor' | 'agency';
    name: string;
    slug: string;
    externalId?: string;
    brand?: BrandInput;
  },
): Promise<Organization> {
  const above = await requireOrganization(scope, input.parentId, 'manage');
  requireStaying(above);
  const { brand = {} } = input;
  const names = brandSettingNames.filter((part) => brand[part] !== undefined && brand[part] !== null);
  refuseLocked([newLevel('organization', input.name), ...above.map(levelOf)], { names, at: 'brand' });
  const id = newId();
  await requireFreeName(scope.sql, { id, parentId: input.parentId, externalId: input.externalId });
  const [row] = await scope.sql<OrganizationRow>(
    `insert into organization (id, parent_id, kind, name, slug, brand, external_id) values ($1, $2, $3, $4, $5, jsonb_strip_nulls($6::jsonb), $7)
     on conflict (slug) do nothing returning ${organizationColumns}`,
    [id, input.parentId, input.kind, input.name, input.slug, JSON.stringify(brand), input.externalId ?? null],
  );
  return showOrganization([row ?? fail('organization.slug_taken'), ...above]);
}
