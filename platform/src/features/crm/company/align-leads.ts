import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Leads that one transaction brings in line. */
const partSize = 2_000;

/**
 * Brings the next leads of a company in line with it: they say its name, and go with it where it was merged into another one. Resolves
 * to whether more are behind, which the company then notes; the job and its sweep see to those.
 */
export async function alignLeads({ sql, workspaceId }: WriteScope, companyId: Uuid): Promise<boolean> {
  const [target] = await sql<{ id: Uuid; name: string; merged: boolean }>(
    `select t.id, t.name, t.id <> c.id as merged from company c
       join company t on t.workspace_id = $1 and t.id = case when c.merged_into_id is null then c.id else c.merged_into_id end
      where c.workspace_id = $1 and c.id = $2 for update of c`,
    [workspaceId, companyId],
  );
  if (!target) return false;
  const moved = await sql<{ id: Uuid }>(
    `with part as (
       select l.id from lead l where l.workspace_id = $1 and l.company_id = $2 and ($3 <> $2 or l.company is distinct from $4) limit ${partSize} for update
     )
     update lead l set company_id = $3, company = $4, updated_at = now() from part where l.workspace_id = $1 and l.id = part.id returning l.id`,
    [workspaceId, companyId, target.id, target.name],
  );
  const more = moved.length === partSize;
  await sql(
    `update company set leads_behind_since = case when $3 then coalesce(leads_behind_since, now()) end
      where workspace_id = $1 and id = $2 and (leads_behind_since is null) = $3`,
    [workspaceId, companyId, more],
  );
  if (target.merged && moved.length > 0)
    await sql(
      'update company_merge set lead_ids = lead_ids || $3::uuid[] where workspace_id = $1 and other_id = $2 and undone_at is null',
      [workspaceId, companyId, moved.map(({ id }) => id)],
    );
  return more;
}
