import type { BrandInput, SettingName, SignInRules, Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import type { PlainSettings } from './resolve-setting.ts';
import type { Shuttable } from './standing.rules.ts';

/** An organization as the tree knows it. */
export interface OrganizationRow extends Shuttable {
  id: Uuid;
  parent_id: Uuid | null;
  kind: 'operator' | 'vendor' | 'agency';
  name: string;
  slug: string;
  /** What the host's own system calls it. */
  external_id: string | null;
  brand: BrandInput;
  /** What it says besides its brand. */
  settings: PlainSettings;
  /** What nobody below can say. */
  locks: SettingName[];
  /** Only what is set here of how its people sign in. */
  sign_in: Partial<SignInRules>;
  suspended_reason: string | null;
  /** When it begins to be deleted. */
  delete_after: Date | null;
  created_at: Date;
}

/** The columns of an `OrganizationRow`. */
export const organizationColumns =
  'id, parent_id, kind, name, slug, external_id, brand, settings, locks, sign_in, suspended_at, suspended_reason, archived_at, delete_after, deleting_since, created_at';

/** An organization and all above it, nearest first; empty when there is no such organization. */
export async function loadChain(app: App, organizationId: Uuid): Promise<OrganizationRow[]> {
  return app.database.readOrganization<OrganizationRow>(
    `with recursive chain as (
       select o.*, 0 as depth from organization o where o.id = $1
       union all
       select o.*, chain.depth + 1 from organization o join chain on o.id = chain.parent_id)
     select ${organizationColumns} from chain order by depth`,
    [organizationId],
    'organization_chain',
  );
}
