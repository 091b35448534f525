import type { TreePlace } from '@tabard/contract';
import { changedBy, changeOrganization, tellBelow } from '#features/identity/organization';
import { changeWorkspace, holdChain } from '#features/identity/workspace';
import type { OrganizationWriteScope } from '#kernel';
import { findTarget, type NamedPlace } from './require-target.ts';
import { showPlace } from './show-place.ts';

/** Gives a place another name. An organization is also called so where its brand says nothing else. */
export async function renamePlace(
  scope: OrganizationWriteScope,
  { name, ...named }: NamedPlace & { name: string },
): Promise<TreePlace> {
  const { sql, principal } = scope;
  const target = await findTarget(scope, named);
  const { workspace, chain } = target;
  if (workspace) {
    await changeWorkspace(sql, { id: workspace.id, name }, await holdChain(sql, chain));
    scope.emitIn([workspace.id], 'settings.updated', { settings: [], by: changedBy(principal) });
  } else {
    await changeOrganization(sql, { id: chain[0].id, name });
    await tellBelow(scope, chain[0].id, ['displayName']);
  }
  return showPlace(sql, target);
}
