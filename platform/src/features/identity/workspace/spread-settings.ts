import type { Uuid } from '@tabard/contract';
import { organizationColumns, standingOf, type OrganizationRow } from '#features/identity/organization';
import type { Sql } from '#kernel';
import { fillIn } from './change-workspace.ts';
import { workspaceColumns, type WorkspaceRow } from './require-workspace.ts';

/**
 * Fills in again what the workspaces below an organization, or one of them, inherit of language, clock, cap, guarantee and matching, and whether
 * they are shut, which is kept in each workspace where sending reads it. The transaction has written the place before, so nobody below
 * changes meanwhile.
 */
export async function spreadSettings(sql: Sql, organizationId: Uuid, workspaceId: Uuid | null = null): Promise<void> {
  const tree = await sql<OrganizationRow & { below: boolean }>(
    `with recursive branch as (
       select o.id, o.parent_id from organization o where o.id = $1
       union all
       select o.id, o.parent_id from organization o join branch on o.parent_id = branch.id),
     above as (
       select o.id, o.parent_id from organization o where o.id = $1
       union all
       select o.id, o.parent_id from organization o join above on o.id = above.parent_id)
     select ${organizationColumns}, id in (select id from branch) as below from organization
      where id in (select id from branch union select id from above)`,
    [organizationId],
  );
  const known = new Map(tree.map((row) => [row.id, row]));
  const rows = await sql<WorkspaceRow>(
    `select ${workspaceColumns} from workspace where organization_id = any($1) and ($2::uuid is null or id = $2) order by id for no key update`,
    [tree.filter(({ below }) => below).map(({ id }) => id), workspaceId],
  );
  const changed = rows.flatMap((row) => {
    const chain = chainOf(row.organization_id, known);
    const holds = { ...fillIn(row, chain), standing: standingOf([row, ...chain]) };
    const same =
      holds.locale === row.locale &&
      holds.timeZone === row.time_zone &&
      holds.dailyCap === row.daily_cap &&
      holds.deliveryGuarantee === row.delivery_guarantee &&
      holds.companyMatching === row.company_matching &&
      holds.standing === row.standing;
    return same ? [] : [{ id: row.id, ...holds }];
  });
  if (changed.length === 0) return;
  await sql(
    `update workspace w set locale = n.locale, time_zone = n.zone, daily_cap = n.cap, delivery_guarantee = n.guarantee,
            company_matching = n.matching, standing = n.standing, updated_at = now()
       from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[]) as n(id, locale, zone, cap, guarantee, matching, standing)
      where w.id = n.id`,
    [
      changed.map(({ id }) => id),
      changed.map(({ locale }) => locale),
      changed.map(({ timeZone }) => timeZone),
      changed.map(({ dailyCap }) => dailyCap),
      changed.map(({ deliveryGuarantee }) => deliveryGuarantee),
      changed.map(({ companyMatching }) => companyMatching),
      changed.map(({ standing }) => standing),
    ],
  );
}

function chainOf(from: Uuid, known: ReadonlyMap<Uuid, OrganizationRow>): OrganizationRow[] {
  const chain: OrganizationRow[] = [];
  for (let row = known.get(from); row; row = row.parent_id === null ? undefined : known.get(row.parent_id))
    chain.push(row);
  return chain;
}
