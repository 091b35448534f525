import { brandSettingNames, type BrandInput, type Organization, type SignInRules, type Uuid } from '@tabard/contract';
import type { OrganizationWriteScope } from '#kernel';
import { applySignInRules } from './apply-sign-in-rules.ts';
import { changeOrganization, tellBelow } from './change-organization.ts';
import { requireFreeName } from './external-id.ts';
import { levelOf } from './organization.rules.ts';
import { refuseLocked } from './refuse-locked.ts';
import { requireOrganization } from './require-organization.ts';
import { showOrganization } from './show-organization.ts';

/** What an organization says of how its people sign in; a part set to null is inherited again. */
type SignInChange = { [Rule in keyof SignInRules]?: SignInRules[Rule] | null };

interface OrganizationUpdate {
  id: Uuid;
  name?: string;
  externalId?: string | null;
  brand?: BrandInput;
  signIn?: SignInChange;
}

/** Changes the name, parts of the brand or how people sign in; a part set to null is inherited again. */
export async function updateOrganization(
  scope: OrganizationWriteScope,
  { id, name, externalId, brand = {}, signIn }: OrganizationUpdate,
): Promise<Organization> {
  const chain = await requireOrganization(scope, id, 'manage');
  const named = brandSettingNames.filter((part) => brand[part] !== undefined);
  refuseLocked(chain.map(levelOf), { names: named.filter((part) => brand[part] !== null), at: 'brand' });
  await requireFreeName(scope.sql, { id, parentId: chain[0].parent_id, externalId });
  const row = await changeOrganization(scope.sql, { id, name, externalId, set: brand, signIn });
  // Its own name is what it goes by where its brand says none.
  await tellBelow(scope, id, name === undefined ? named : [...new Set([...named, 'displayName' as const])]);
  const organization = showOrganization([row, ...chain.slice(1)]);
  if (signIn) await applySignInRules(scope.sql, id, organization.signIn);
  return organization;
}
