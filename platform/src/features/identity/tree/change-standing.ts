import type { TreePlace, Uuid } from '@tabard/contract';
import { writeShutting, type ShuttingAct } from '#features/identity/organization';
import { holdChain, spreadSettings } from '#features/identity/workspace';
import type { OrganizationWriteScope } from '#kernel';
import { requireTarget, type NamedPlace, type Target } from './require-target.ts';
import { showPlace, tellPlaces } from './show-place.ts';

/** Shuts or opens a place, and fills in what holds in all workspaces below, in one transaction. */
const changing = (act: ShuttingAct) => (scope: OrganizationWriteScope, input: NamedPlace & { reason?: string }) =>
  changePlace(scope, input, (place) => writeShutting(scope.sql, place, act, input.reason));

/** The row of a place. */
export interface PlaceAt {
  table: 'organization' | 'workspace';
  id: Uuid;
}

/** Writes something of a place, and fills in what holds in all workspaces below, in one transaction. `check` looks at it before. */
export async function changePlace(
  scope: OrganizationWriteScope,
  named: NamedPlace,
  write: (place: PlaceAt) => Promise<void>,
  check: (target: Target) => void = () => undefined,
): Promise<TreePlace> {
  const { sql } = scope;
  const target = await requireTarget(scope, named);
  check(target);
  const { workspace, chain } = target;
  await holdChain(sql, workspace ? chain : chain.slice(1));
  await write(workspace ? { table: 'workspace', id: workspace.id } : { table: 'organization', id: chain[0].id });
  await spreadSettings(sql, chain[0].id, workspace?.id);
  await tellPlaces(scope, target);
  return showPlace(sql, target);
}

export const suspendPlace = changing('suspend');
export const resumePlace = changing('resume');
export const archivePlace = changing('archive');
export const restorePlace = changing('restore');
