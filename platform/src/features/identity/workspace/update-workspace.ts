import type { BrandInput, SettingsSaid, Uuid, Workspace } from '@tabard/contract';
import { workspaceSettingNames } from '@tabard/contract/setting-names';
import { changedBy, refuseLocked } from '#features/identity/organization';
import { fail, requireTimeZone, type OrganizationWriteScope, type Sql } from '#kernel';
import { changeWorkspace, holdChain } from './change-workspace.ts';
import { requireWorkspace, type WorkspaceRow } from './require-workspace.ts';
import { levelsOf } from './resolve-brand.ts';
import { showWorkspace } from './show-workspace.ts';

export interface WorkspaceChange extends Pick<
  SettingsSaid,
  'timeZone' | 'locale' | 'deliveryGuarantee' | 'dailyCap' | 'companyMatching'
> {
  id: Uuid;
  name?: string;
  externalId?: string | null;
  brand?: BrandInput;
}

/** Changes what is given; a part of the brand set to null is inherited again. */
export async function updateWorkspace(scope: OrganizationWriteScope, input: WorkspaceChange): Promise<Workspace> {
  const { sql } = scope;
  const { id, name, externalId, brand = {}, ...plain } = input;
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const { row, chain: above } = await requireWorkspace(scope, id);
  if (externalId) await requireFree(sql, { ...row, external_id: externalId });
  const chain = await holdChain(sql, above);
  const set = { ...brand, ...plain };
  const named = workspaceSettingNames.filter((one) => set[one] !== undefined);
  const levels = levelsOf({ row, chain });
  refuseLocked(levels, { names: named.filter((one) => one in plain), at: '' });
  refuseLocked(levels, { names: named.filter((one) => one in brand && set[one] !== null), at: 'brand' });
  const placed = await changeWorkspace(sql, { id, name, externalId, set }, chain);
  if (named.length > 0) scope.emitIn([id], 'settings.updated', { settings: named, by: changedBy(scope.principal) });
  return showWorkspace(placed);
}

/** Two who give the same external id in one organization take turns, and the second is told. */
export async function requireFree(sql: Sql, { id, organization_id, external_id }: WorkspaceRow): Promise<void> {
  await sql('select from organization where id = $1 for no key update', [organization_id]);
  const [other] = await sql('select from workspace where organization_id = $1 and external_id = $2 and id <> $3', [
    organization_id,
    external_id,
    id,
  ]);
  if (other) fail('workspace.external_id_taken');
}
