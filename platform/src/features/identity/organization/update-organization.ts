import type { BrandInput, Organization, Uuid } from '@tabard/contract';
import type { OrganizationWriteScope } from '#kernel';
import { changeOrganization, tellBelow } from './change-organization.ts';
import { levelOf } from './organization.rules.ts';
import { refuseLocked } from './refuse-locked.ts';
import { requireOrganization } from './require-organization.ts';
import { brandNames } from './resolve-setting.ts';
import { showOrganization } from './show-organization.ts';

/** Changes the name or parts of the brand; a part set to null is inherited again. */
export async function updateOrganization(
  scope: OrganizationWriteScope,
  { id, name, brand = {} }: { id: Uuid; name?: string; brand?: BrandInput },
): Promise<Organization> {
  const chain = await requireOrganization(scope, id, 'manage');
  const named = brandNames.filter((part) => brand[part] !== undefined);
  refuseLocked(chain.map(levelOf), { names: named.filter((part) => brand[part] !== null), at: 'brand' });
  const row = await changeOrganization(scope.sql, { id, name, set: brand });
  // Its own name is what it goes by where its brand says none.
  await tellBelow(scope, id, name === undefined ? named : [...new Set([...named, 'displayName' as const])]);
  return showOrganization([row, ...chain.slice(1)]);
}
