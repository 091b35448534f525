import type { BrandInput, SignInRules, Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** An organization as the tree knows it. */
export interface OrganizationRow {
  id: Uuid;
  parent_id: Uuid | null;
  kind: 'operator' | 'vendor' | 'agency';
  name: string;
  slug: string;
  brand: BrandInput;
  /** Only what is set here of how its people sign in. */
  sign_in: Partial<SignInRules>;
  created_at: Date;
}

/** An organization and all above it, nearest first; empty when there is no such organization. */
export async function loadChain(app: App, organizationId: Uuid): Promise<OrganizationRow[]> {
  return app.database.readOrganization<OrganizationRow>(
    `with recursive chain as (
       select o.*, 0 as depth from organization o where o.id = $1
       union all
       select o.*, chain.depth + 1 from organization o join chain on o.id = chain.parent_id)
     select id, parent_id, kind, name, slug, brand, sign_in, created_at from chain order by depth`,
    [organizationId],
    'organization_chain',
  );
}
