import { plainSettingNames, type BrandInput, type SettingName, type SettingsSaid, type Uuid } from '@tabard/contract';
import { fail, type OrganizationWriteScope, type Sql } from '#kernel';
import { changedBy } from './changed-by.ts';
import { organizationColumns, type OrganizationRow } from './load-chain.ts';

/** What is said at a place from now on. */
export interface SettingsChange {
  set?: SettingsSaid & Pick<BrandInput, 'inheritPostalAddress'>;
  reset?: readonly SettingName[];
}
export interface OrganizationChange extends SettingsChange {
  id: Uuid;
  name?: string;
  externalId?: string | null;
  /** How people sign in; a part set to null is inherited again. */
  signIn?: object;
  lock?: readonly SettingName[];
  unlock?: readonly SettingName[];
}

/** What is given, parted into the brand and the rest. */
export function splitSaid(said: NonNullable<SettingsChange['set']>): { brand: object; plain: object } {
  const entries = Object.entries(said).filter(([, value]) => value !== undefined);
  const isPlain = ([name]: [string, unknown]): boolean => (plainSettingNames as readonly string[]).includes(name);
  return {
    brand: Object.fromEntries(entries.filter((entry) => !isPlain(entry))),
    plain: Object.fromEntries(entries.filter(isPlain)),
  };
}

/** Writes what an organization says; asks nobody for permission. */
export async function changeOrganization(sql: Sql, change: OrganizationChange): Promise<OrganizationRow> {
  const { brand, plain } = splitSaid(change.set ?? {});
  const [row] = await sql<OrganizationRow>(
    `update organization
        set name = coalesce($2, name), external_id = case when $9 then $10 else external_id end, brand = jsonb_strip_nulls((brand - $5::text[]) || $3::jsonb), settings = (settings - $5::text[]) || $4::jsonb,
            sign_in = jsonb_strip_nulls(sign_in || $8::jsonb),
            locks = array(select distinct unnest(locks || $6::text[]) except select unnest($7::text[]) order by 1), updated_at = now()
      where id = $1 returning ${organizationColumns}`,
    [
      change.id,
      change.name ?? null,
      JSON.stringify(brand),
      JSON.stringify(plain),
      change.reset ?? [],
      change.lock ?? [],
      change.unlock ?? [],
      JSON.stringify(change.signIn ?? {}),
      change.externalId !== undefined,
      change.externalId ?? null,
    ],
  );
  return row ?? fail('organization.not_found');
}

/** Tells the open pages of all workspaces below that settings are others now. */
export async function tellBelow(
  { sql, emitIn, principal }: Pick<OrganizationWriteScope, 'sql' | 'emitIn' | 'principal'>,
  organizationId: Uuid,
  settings: readonly SettingName[],
): Promise<void> {
  if (settings.length === 0) return;
  emitIn(await workspacesBelow(sql, organizationId), 'settings.updated', {
    settings: [...settings],
    by: changedBy(principal),
  });
}

/** All workspaces of an organization and of those below it. */
export async function workspacesBelow(sql: Sql, organizationId: Uuid): Promise<Uuid[]> {
  const below = await sql<{ id: Uuid }>(
    `with recursive branch as (
       select o.id from organization o where o.id = $1
       union all
       select o.id from organization o join branch on o.parent_id = branch.id)
     select id from workspace where organization_id in (select id from branch)`,
    [organizationId],
  );
  return below.map(({ id }) => id);
}
