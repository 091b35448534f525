import { plainSettingNames, type Uuid } from '@tabard/contract';
import {
  levelOf,
  organizationColumns,
  resolveSettings,
  splitSaid,
  type OrganizationRow,
  type PlainSettings,
  type SettingsChange,
} from '#features/identity/organization';
import { fail, type Sql } from '#kernel';
import { workspaceColumns, type PlacedWorkspace, type WorkspaceRow } from './require-workspace.ts';
import { workspaceLevel } from './resolve-brand.ts';

/** Whoever gives places in the tree takes this lock alone; whoever fills in what is inherited takes it with others. */
export const treeLock = 'organization tree';

/**
 * The organizations of a chain as they are in the open transaction, from the same one up. Nobody moves them or changes what they say until
 * it ends, so what is filled in from it stays true.
 */
export async function holdChain(sql: Sql, [own]: readonly Pick<OrganizationRow, 'id'>[]): Promise<OrganizationRow[]> {
  await sql('select pg_advisory_xact_lock_shared(hashtext($1))', [treeLock]);
  if (!own) return [];
  const path = await sql<{ id: Uuid }>(
    `with recursive above as (
       select o.id, o.parent_id, 0 as depth from organization o where o.id = $1
       union all
       select o.id, o.parent_id, depth + 1 from organization o join above on o.id = above.parent_id)
     select id from above order by depth`,
    [own.id],
  );
  const ids = path.map(({ id }) => id);
  const rows = await sql<OrganizationRow>(
    `select ${organizationColumns} from organization where id = any($1) order by id for share`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? fail('organization.not_found'));
}

/** What of the plain settings holds in a workspace that says these. */
export function fillIn(row: WorkspaceRow, chain: readonly OrganizationRow[]): Required<PlainSettings> {
  return resolveSettings([workspaceLevel(row), ...chain.map(levelOf)], plainSettingNames);
}

/** Writes what a workspace says, and what holds there now; asks nobody for permission. `held` is its chain. */
export async function changeWorkspace(
  sql: Sql,
  {
    id,
    name,
    externalId,
    set = {},
    reset = [],
  }: SettingsChange & { id: Uuid; name?: string; externalId?: string | null },
  held: OrganizationRow[],
): Promise<PlacedWorkspace> {
  const [before] = await sql<WorkspaceRow>(
    `select ${workspaceColumns} from workspace where id = $1 for no key update`,
    [id],
  );
  const { brand, plain } = splitSaid(set);
  const known = before ?? fail('workspace.not_found');
  // Somebody may have moved it since its chain was read.
  const chain = known.organization_id === held[0]?.id ? held : await holdChain(sql, [{ id: known.organization_id }]);
  const { locale, timeZone, dailyCap, deliveryGuarantee, companyMatching } = workspaceLevel(known).said;
  const said = {
    locale,
    timeZone,
    dailyCap,
    deliveryGuarantee,
    companyMatching,
    ...Object.fromEntries(reset.map((one) => [one, undefined])),
  };
  const settings: PlainSettings = { ...pickPlain(said), ...plain };
  const holds = fillIn({ ...known, settings }, chain);
  const [row] = await sql<WorkspaceRow>(
    `update workspace set name = coalesce($2, name), brand = jsonb_strip_nulls((brand - $3::text[]) || $4::jsonb), settings = $5,
            locale = $6, time_zone = $7, daily_cap = $8, delivery_guarantee = $9,
            external_id = case when $10 then $11 else external_id end, company_matching = $12, updated_at = now()
      where id = $1 returning ${workspaceColumns}`,
    [
      id,
      name ?? null,
      reset,
      JSON.stringify(brand),
      JSON.stringify(settings),
      holds.locale,
      holds.timeZone,
      holds.dailyCap,
      holds.deliveryGuarantee,
      externalId !== undefined,
      externalId ?? null,
      holds.companyMatching,
    ],
  );
  return { row: row ?? fail('workspace.not_found'), chain };
}

function pickPlain(said: PlainSettings): PlainSettings {
  return Object.fromEntries(
    plainSettingNames.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
  );
}
