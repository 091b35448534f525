import type { Uuid } from '@tabard/contract';
import { findWorkspace } from '#features/identity/workspace';
import { jobPrincipal, openScope, type App, type ReadScope } from '#kernel';
import { asJson, SnapshotError, type SnapshotDocument } from './snapshot-document.ts';

/** Takes down the set-up of a workspace. @throws SnapshotError where there is none */
export async function describeWorkspace(app: App, workspaceId: Uuid): Promise<SnapshotDocument> {
  const { name } = await placeOf(app, workspaceId);
  return describe(openScope(app, workspaceId, jobPrincipal('snapshot', workspaceId)), name);
}

/** The workspace's row. @throws SnapshotError */
export async function placeOf(app: App, workspaceId: Uuid): Promise<{ name: string }> {
  const placed = await findWorkspace(app, workspaceId);
  if (!placed) throw new SnapshotError('There is no such workspace here.');
  return placed.row;
}

/** The set-up as a scope sees it. */
export async function describe(scope: ReadScope, workspace: string): Promise<SnapshotDocument> {
  const parts: Record<string, unknown[]> = {};
  for (const part of scope.app.snapshotParts) parts[part.name] = (await part.list(scope)).map(({ value }) => value);
  return asJson({ snapshot: 1, takenAt: new Date().toISOString(), workspace, parts });
}
