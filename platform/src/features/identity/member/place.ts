import type { Uuid } from '@tabard/contract';
import { requireOrganization, type OrganizationRow } from '#features/identity/organization';
import { requireWorkspace, type PlacedWorkspace } from '#features/identity/workspace';
import { fail, type OrganizationScope } from '#kernel';

/** Where people belong: a workspace, or an organization with all below it. `chain` is the organization and all above it. */
export interface Place {
  organizationId: Uuid;
  workspaceId: Uuid | null;
  workspace: PlacedWorkspace['row'] | null;
  chain: readonly OrganizationRow[];
}

/** The place that is named, or the workspace of the request, if the caller may reach it. */
export async function requirePlace(
  scope: OrganizationScope,
  named: { organizationId?: Uuid | null; workspaceId?: Uuid | null },
): Promise<Place> {
  if (named.organizationId && !named.workspaceId) {
    const chain = await requireOrganization(scope, named.organizationId, 'manage');
    return { organizationId: named.organizationId, workspaceId: null, workspace: null, chain };
  }
  const workspaceId = named.workspaceId ?? scope.workspaceId ?? fail('auth.workspace_required');
  const { row, chain } = await requireWorkspace(scope, workspaceId);
  if (named.organizationId && !chain.some(({ id }) => id === named.organizationId)) fail('workspace.not_found');
  return { organizationId: row.organization_id, workspaceId, workspace: row, chain };
}

/** SQL of the rows `t` that belong to the very place whose organization and workspace are `$1` and `$2`. */
export const atPlace = (alias: string): string =>
  `${alias}.organization_id = $1 and ${alias}.workspace_id is not distinct from $2`;
