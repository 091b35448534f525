import { settingsUpdateInput } from '@tabard/contract';
import { changedBy, resolveSetting } from '#features/identity/organization';
import {
  changeWorkspace,
  findWorkspace,
  holdChain,
  levelsOf,
  workspaceColumns,
  type WorkspaceRow,
} from '#features/identity/workspace';
import { defineSnapshotPart, fail, requireTimeZone, type App } from '#kernel';

/** How it looks and works. Whose it is, with name, logos, addresses and legal texts, is each workspace's own. */
const shape = settingsUpdateInput.shape.set.unwrap().pick({
  color: true,
  mode: true,
  fontFamily: true,
  radius: true,
  density: true,
  mailLogo: true,
  mailColor: true,
  locale: true,
  timeZone: true,
  dailyCap: true,
  deliveryGuarantee: true,
  companyMatching: true,
});
const names = shape.keyof().options;

/** What a workspace says itself; what it inherits is not its set-up. What is locked above stays as it is there. */
export const settingsSnapshot = defineSnapshotPart({
  name: 'settings',
  shape,
  most: 1,
  nameOf: () => 'settings',
  async list({ read, workspaceId }) {
    // As its own transaction sees it, when it is in one.
    const [row] = await read<WorkspaceRow>(`select ${workspaceColumns} from workspace where id = $1`, [workspaceId]);
    const [own] = row ? levelsOf({ row, chain: [] }) : fail('workspace.not_found');
    const said = Object.entries(own?.said ?? {}).filter(([name]) => names.includes(name as never));
    return [{ id: workspaceId, value: shape.parse(Object.fromEntries(said)), fixed: null }];
  },
  async save(scope, value) {
    const { app, sql, workspaceId } = scope;
    await requireTimeZone(app, value.timeZone, 'timeZone');
    const { row, chain: above } = await place(app, workspaceId);
    const chain = await holdChain(sql, above);
    const levels = levelsOf({ row, chain });
    const open = names.filter((name) => !resolveSetting(levels, name).lockedBy);
    const set = Object.fromEntries(open.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])));
    const reset = open.filter((name) => value[name] === undefined);
    await changeWorkspace(sql, { id: workspaceId, set, reset }, chain);
    scope.emit('settings.updated', { settings: [...open], by: changedBy(scope.principal) });
  },
});

const place = async (app: App, workspaceId: string) =>
  (await findWorkspace(app, workspaceId)) ?? fail('workspace.not_found');
