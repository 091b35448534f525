import type { settingsUpdateInput, WorkspaceSettings } from '@tabard/contract';
import { workspaceSettingNames } from '@tabard/contract/setting-names';
import type { z } from 'zod';
import { changedBy, reachAbove, refuseLocked } from '#features/identity/organization';
import { changeWorkspace, holdChain, levelsOf, requireWorkspace } from '#features/identity/workspace';
import { requireTimeZone, type WriteScope } from '#kernel';
import { showPlaced } from './get-settings.ts';
import { seenBy } from './show-settings.ts';

/** Changes what the workspace of the request says itself. */
export async function updateSettings(
  scope: WriteScope,
  { set = {}, reset = [] }: z.output<typeof settingsUpdateInput>,
): Promise<WorkspaceSettings> {
  const { sql, workspaceId } = scope;
  await requireTimeZone(scope.app, set.timeZone, 'set.timeZone');
  const { row, chain: above } = await requireWorkspace(scope, workspaceId);
  const chain = await holdChain(sql, above);
  const levels = levelsOf({ row, chain });
  const seen = seenBy(levels, (await reachAbove(scope)) ?? row.organization_id);
  const names = workspaceSettingNames.filter((name) => set[name] !== undefined);
  refuseLocked(levels, { names, at: 'set', nameOf: ({ id, name }) => (seen.has(id) ? name : null) });
  const placed = await changeWorkspace(sql, { id: workspaceId, set, reset }, chain);
  const settings = [...new Set([...names, ...reset])];
  if (settings.length > 0) scope.emit('settings.updated', { settings, by: changedBy(scope.principal) });
  return showPlaced(scope, placed);
}
