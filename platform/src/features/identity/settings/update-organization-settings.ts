import {
  plainSettingNames,
  settingNames,
  type OrganizationSettings,
  type organizationSettingsUpdateInput,
} from '@tabard/contract';
import type { z } from 'zod';
import {
  changeOrganization,
  levelOf,
  reachAbove,
  refuseLocked,
  requireOrganization,
  tellBelow,
} from '#features/identity/organization';
import { holdChain, spreadSettings } from '#features/identity/workspace';
import { requireTimeZone, type OrganizationWriteScope } from '#kernel';
import { showChain } from './get-organization-settings.ts';
import { seenBy } from './show-settings.ts';

/** Changes what an organization hands down, and fills it in again in all workspaces below, in one transaction. */
export async function updateOrganizationSettings(
  scope: OrganizationWriteScope,
  { organizationId, ...change }: z.output<typeof organizationSettingsUpdateInput>,
): Promise<OrganizationSettings> {
  const { sql, principal } = scope;
  const { set = {}, reset = [], lock = [], unlock = [] } = change;
  await requireTimeZone(scope.app, set.timeZone, 'set.timeZone');
  const [before, ...above] = await requireOrganization(scope, organizationId, 'manage');
  const chain = await holdChain(sql, above);
  const levels = [before, ...chain].map(levelOf);
  const seen = seenBy(levels, (await reachAbove(scope)) ?? principal.organizationId);
  const names = settingNames.filter((name) => set[name] !== undefined);
  refuseLocked(levels, { names, at: 'set', nameOf: ({ id, name }) => (seen.has(id) ? name : null) });
  const row = await changeOrganization(sql, { id: organizationId, set, reset, lock, unlock });
  const changed = [...new Set([...names, ...reset, ...lock, ...unlock])];
  if (changed.some((name) => (plainSettingNames as readonly string[]).includes(name)))
    await spreadSettings(sql, organizationId);
  await tellBelow(scope, organizationId, changed);
  return showChain(scope, [row, ...chain]);
}
