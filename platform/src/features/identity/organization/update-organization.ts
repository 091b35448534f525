import type { BrandInput, Organization, SignInRules, Uuid } from '@tabard/contract';
import { fail, type OrganizationWriteScope } from '#kernel';
import type { OrganizationRow } from './load-chain.ts';
import { applySignInRules } from './apply-sign-in-rules.ts';
import { requireOrganization } from './require-organization.ts';
import { showOrganization } from './show-organization.ts';

/** What an organization says of how its people sign in; a part set to null is inherited again. */
type SignInChange = { [Rule in keyof SignInRules]?: SignInRules[Rule] | null };

/** Changes the name, parts of the brand or how people sign in; a part set to null is inherited again. */
export async function updateOrganization(
  scope: OrganizationWriteScope,
  input: { id: Uuid; name?: string; brand?: BrandInput; signIn?: SignInChange },
): Promise<Organization> {
  const [, ...above] = await requireOrganization(scope, input.id, 'manage');
  const [row] = await scope.sql<OrganizationRow>(
    `update organization set name = coalesce($2, name), brand = jsonb_strip_nulls(brand || $3::jsonb),
            sign_in = jsonb_strip_nulls(sign_in || $4::jsonb), updated_at = now()
      where id = $1 returning id, parent_id, kind, name, slug, brand, sign_in, created_at`,
    [input.id, input.name ?? null, JSON.stringify(input.brand ?? {}), JSON.stringify(input.signIn ?? {})],
  );
  const organization = showOrganization([row ?? fail('organization.not_found'), ...above]);
  if (input.signIn) await applySignInRules(scope.sql, input.id, organization.signIn);
  return organization;
}
