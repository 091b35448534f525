import { toPublicId, type WorkspaceSettings } from '@tabard/contract';
import { reachAbove } from '#features/identity/organization';
import { levelsOf, requireWorkspace, type PlacedWorkspace } from '#features/identity/workspace';
import type { App, Principal, ReadScope } from '#kernel';
import { seenBy, showSettings } from './show-settings.ts';

/** What holds in the workspace of the request. */
export async function getSettings(scope: ReadScope): Promise<WorkspaceSettings> {
  return showPlaced(scope, await requireWorkspace(scope, scope.workspaceId));
}

/** What holds in a workspace, as the caller may know it. */
export async function showPlaced(
  scope: { app: App; principal: Principal },
  placed: PlacedWorkspace,
): Promise<WorkspaceSettings> {
  const { row, chain } = placed;
  const reached = await reachAbove(scope);
  const top = chain.findIndex(({ id }) => id === reached);
  const manages = scope.principal.permissions.has('settings.manage') ? chain.slice(0, top + 1) : [];
  const levels = levelsOf(placed);
  return {
    workspaceId: toPublicId('workspace', row.id),
    name: row.name,
    settings: showSettings(levels, seenBy(levels, reached ?? row.organization_id)),
    manages: manages.map(({ id, name }) => ({ id: toPublicId('organization', id), name })),
  };
}
