import { toPublicId, type Uuid } from '@tabard/contract';
import type { SnapshotDifference, snapshotInputs } from '@tabard/contract/identity/snapshot';
import type { z } from 'zod';
import type { OrganizationScope } from '#kernel';
import { compareSnapshots } from './compare-snapshots.ts';
import { describeWorkspace } from './describe-workspace.ts';
import { requireSnapshot } from './keep-snapshot.ts';
import { requirePlaces } from './list-places.ts';

/** In what another snapshot, or a workspace as it is now, is different from a snapshot. @throws `snapshot.not_found`, `workspace.not_found` */
export async function compareSnapshot(
  scope: OrganizationScope,
  { id, snapshotId, workspaceId }: z.output<typeof snapshotInputs.compare>,
): Promise<{ items: SnapshotDifference[] }> {
  const { app } = scope;
  const { document, organization_id } = await requireSnapshot(scope, id);
  if (workspaceId) await requirePlaces(scope, organization_id, [workspaceId]);
  const other = workspaceId
    ? await describeWorkspace(app, workspaceId)
    : (await requireSnapshot(scope, snapshotId ?? id)).document;
  return { items: compareSnapshots(app.snapshotParts, document, other) };
}

/** What of a snapshot is not, or not so, in workspaces as they are now. @throws `snapshot.not_found`, `workspace.not_found` */
export async function findDrift(
  scope: OrganizationScope,
  { id, workspaceIds }: z.output<typeof snapshotInputs.drift>,
): Promise<{ items: { workspaceId: string; differences: SnapshotDifference[] }[] }> {
  const { app } = scope;
  const { document, organization_id } = await requireSnapshot(scope, id);
  const wanted = [...new Set<Uuid>(workspaceIds)];
  await requirePlaces(scope, organization_id, wanted);
  const items = [];
  for (const workspaceId of wanted) {
    const differences = compareSnapshots(app.snapshotParts, document, await describeWorkspace(app, workspaceId));
    items.push({
      workspaceId: toPublicId('workspace', workspaceId),
      differences: differences.filter(({ change }) => change !== 'added'),
    });
  }
  return { items };
}
