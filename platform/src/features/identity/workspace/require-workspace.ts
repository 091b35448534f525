import type { BrandInput, Language, Standing, Uuid } from '@tabard/contract';
import { loadChain, type OrganizationRow, type PlainSettings, type Shuttable } from '#features/identity/organization';
import { fail, type App, type OrganizationScope } from '#kernel';

/** A workspace as the tree knows it. */
export interface WorkspaceRow extends Shuttable {
  id: Uuid;
  organization_id: Uuid;
  name: string;
  external_id: string | null;
  time_zone: string;
  locale: Language;
  delivery_guarantee: 'at_most_once' | 'at_least_once';
  daily_cap: number | null;
  company_matching: 'off' | 'join' | 'create';
  brand: BrandInput;
  /** What of the five settings above is said here; null where an older release made the row. */
  settings: PlainSettings | null;
  suspended_reason: string | null;
  /** When it begins to be deleted. */
  delete_after: Date | null;
  /** What holds: by itself or by an organization above. */
  standing: Standing;
  created_at: Date;
}
/** A workspace with its organization and all above that. */
export interface PlacedWorkspace {
  row: WorkspaceRow;
  chain: OrganizationRow[];
}

/** The columns of a `WorkspaceRow`. */
export const workspaceColumns =
  'id, organization_id, name, external_id, time_zone, locale, delivery_guarantee, daily_cap, company_matching, brand, settings, suspended_at, suspended_reason, archived_at, delete_after, deleting_since, standing, created_at';

/** A workspace and where it hangs in the tree; null when there is none. Asks nobody for permission. */
export async function findWorkspace(app: App, workspaceId: Uuid): Promise<PlacedWorkspace | null> {
  const [row] = await app.database.readOrganization<WorkspaceRow>(
    `select ${workspaceColumns} from workspace where id = $1`,
    [workspaceId],
    'workspace_find',
  );
  return row ? { row, chain: await loadChain(app, row.organization_id) } : null;
}

/** The workspace, if it is in the caller's reach: in the branch of its organization, or the one it is limited to. */
export async function reachWorkspace(
  scope: Pick<OrganizationScope, 'app' | 'principal'>,
  workspaceId: Uuid,
): Promise<PlacedWorkspace | null> {
  const { principal } = scope;
  const found = await findWorkspace(scope.app, workspaceId);
  const inBranch = found?.chain.some((organization) => organization.id === principal.organizationId);
  return inBranch && (principal.workspaceId ?? workspaceId) === workspaceId ? (found ?? null) : null;
}

/** The same; anything out of reach is the same 404 as an unknown id. */
export async function requireWorkspace(
  scope: Pick<OrganizationScope, 'app' | 'principal'>,
  workspaceId: Uuid,
): Promise<PlacedWorkspace> {
  return (await reachWorkspace(scope, workspaceId)) ?? fail('workspace.not_found');
}
