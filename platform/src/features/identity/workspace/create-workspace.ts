import {
  plainSettingNames,
  settingNames,
  type BrandInput,
  type SettingsSaid,
  type Uuid,
  type Workspace,
} from '@tabard/contract';
import {
  levelOf,
  newLevel,
  refuseLocked,
  requireOrganization,
  requireStaying,
  resolveSettings,
  standingOf,
  type OrganizationRow,
} from '#features/identity/organization';
import { fail, newId, requireTimeZone, type OrganizationWriteScope, type Sql } from '#kernel';
import { holdChain } from './change-workspace.ts';
import { workspaceColumns, type WorkspaceRow } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

export interface NewWorkspace extends Pick<SettingsSaid, 'timeZone' | 'locale'> {
  /** Made anew when left out. */
  id?: Uuid;
  organizationId: Uuid;
  name: string;
  externalId?: string;
  brand?: BrandInput;
}

/** Adds a client to an organization of the caller's branch. */
export async function createWorkspace(scope: OrganizationWriteScope, input: NewWorkspace): Promise<Workspace> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const { sql } = scope;
  const chain = await holdChain(sql, await requireOrganization(scope, input.organizationId, 'manage'));
  requireStaying(chain);
  const { timeZone, locale, brand = {} } = input;
  const levels = [newLevel('workspace', input.name), ...chain.map(levelOf)];
  const saidOf = (said: SettingsSaid) => settingNames.filter((name) => said[name] !== undefined && said[name] !== null);
  refuseLocked(levels, { names: saidOf({ timeZone, locale }), at: '' });
  refuseLocked(levels, { names: saidOf(brand), at: 'brand' });
  return showWorkspace({ row: await insertWorkspace(sql, input, chain), chain });
}

/** Writes a workspace below a chain of organizations; asks nobody for permission. */
export async function insertWorkspace(
  sql: Sql,
  { id = newId(), organizationId, name, externalId, brand = {}, timeZone, locale }: NewWorkspace,
  chain: readonly OrganizationRow[],
): Promise<WorkspaceRow> {
  const said = { ...(timeZone && { timeZone }), ...(locale && { locale }) };
  const level = { ...newLevel('workspace', name), said };
  const holds = resolveSettings([level, ...chain.map(levelOf)], plainSettingNames);
  const [row] = await sql<WorkspaceRow>(
    `insert into workspace (id, organization_id, name, time_zone, locale, daily_cap, delivery_guarantee, settings, brand, external_id, standing, company_matching)
     values ($1, $2, $3, $4, $5, $6, $7, $8, jsonb_strip_nulls($9::jsonb), $10, $11, $12)
     on conflict (organization_id, external_id) do nothing returning ${workspaceColumns}`,
    [
      id,
      organizationId,
      name,
      holds.timeZone,
      holds.locale,
      holds.dailyCap,
      holds.deliveryGuarantee,
      JSON.stringify(said),
      JSON.stringify(brand),
      externalId ?? null,
      standingOf(chain),
      holds.companyMatching,
    ],
  );
  return row ?? fail('workspace.external_id_taken');
}
