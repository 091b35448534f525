import { toPublicId, type Uuid } from '@tabard/contract';
import type { companyMergeListInput, companyMergeListOutput } from '@tabard/contract/crm/company-merge';
import type { Company } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { fail, goingBack, readOne, writeChanged, type Changed, type ReadScope, type WriteScope } from '#kernel';
import { companies } from './company.entity.ts';
import { lockTree } from './write-company.ts';
import { tellMerge } from './merge-company.ts';

interface MergeRow {
  id: Uuid;
  company_id: Uuid;
  other_id: Uuid;
  changed: Changed;
  other_parent_id: Uuid | null;
  child_ids: Uuid[];
}

/** Takes a merge back: what came along goes back, and what the one that stayed took is as it was, unless somebody has changed it since. */
export async function undoMerge(scope: WriteScope, { id }: { id: Uuid }): Promise<Company> {
  const { sql, workspaceId } = scope;
  await lockTree(scope);
  const [merge] = await sql<MergeRow & { undone: boolean }>(
    `select id, company_id, other_id, changed, other_parent_id, child_ids, undone_at is not null as undone
       from company_merge where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  if (!merge) fail('company_merge.not_found');
  const { company_id: companyId, other_id: otherId } = merge;
  const places = await sql<{ id: Uuid; archived: boolean; merged_into_id: Uuid | null; behind: boolean }>(
    `select id, archived_at is not null as archived, merged_into_id, leads_behind_since is not null as behind
       from company where workspace_id = $1 and id = any($2::uuid[]) order by id for update`,
    [workspaceId, [companyId, otherId]],
  );
  const [stays, other] = [companyId, otherId].map((one) => places.find((place) => place.id === one));
  if (merge.undone || !stays || stays.archived || other?.merged_into_id !== companyId || other.behind)
    fail('company_merge.not_undoable');
  const names = Object.keys(merge.changed);
  const [now] = names.length
    ? await sql<Record<string, unknown>>(
        `select to_jsonb(c) as now from company c where workspace_id = $1 and id = $2`,
        [workspaceId, companyId],
      )
    : [];
  const current = (now?.['now'] ?? {}) as Record<string, unknown>; // a row as JSON
  await sql(
    `update company set archived_at = null, merged_into_id = null, updated_at = now(),
            parent_id = (select p.id from company p where p.workspace_id = $1 and p.id = $3)
      where workspace_id = $1 and id = $2`,
    [workspaceId, otherId, merge.other_parent_id],
  ).catch(companies.refuseConflict);
  await sql(
    'update company set parent_id = $3, updated_at = now() where workspace_id = $1 and parent_id = $2 and id = any($4::uuid[])',
    [workspaceId, companyId, otherId, merge.child_ids],
  ).catch(companies.refuseConflict);
  // Last: what it lay below may be among those that went back.
  await writeChanged(companies, scope, companyId, goingBack(merge.changed, current, ['last_activity_at']), 'before');
  // Whoever was put elsewhere since stays there.
  await sql(
    `update lead l set company_id = c.id, company = c.name, updated_at = now()
       from company_merge m, company c
      where m.workspace_id = $1 and m.id = $2 and c.workspace_id = $1 and c.id = m.other_id
        and l.workspace_id = $1 and l.company_id = m.company_id and l.id = any(m.lead_ids)`,
    [workspaceId, id],
  );
  if ('name' in merge.changed)
    await sql(
      `update lead l set company = c.name, updated_at = now() from company c
        where c.workspace_id = $1 and c.id = $2 and l.workspace_id = $1 and l.company_id = $2 and l.company is distinct from c.name`,
      [workspaceId, companyId],
    );
  await sql('update company_merge set undone_at = now() where workspace_id = $1 and id = $2', [workspaceId, id]);
  tellMerge(scope, 'company.unmerged', { id, companyId, otherId });
  const row = await readOne(companies, scope, otherId);
  return companies.shape(row!); // written in this transaction
}

/** The merges into a company that can still be looked up, newest first. */
export async function listMerges(
  { read, workspaceId }: ReadScope,
  { companyId }: z.output<typeof companyMergeListInput>,
): Promise<z.input<typeof companyMergeListOutput>> {
  const [known] = await read('select 1 from company where workspace_id = $1 and id = $2', [workspaceId, companyId]);
  if (!known) fail('company.not_found');
  const rows = await read<{
    id: Uuid;
    other_id: Uuid;
    other_name: string;
    moved: number;
    undone: boolean;
    behind: boolean;
    created_at: Date;
  }>(
    `select m.id, m.other_id, c.name as other_name, cardinality(m.lead_ids) as moved, m.undone_at is not null as undone,
            c.leads_behind_since is not null as behind, m.created_at
       from company_merge m join company c on c.workspace_id = $1 and c.id = m.other_id
      where m.workspace_id = $1 and m.company_id = $2 order by m.created_at desc, m.id limit 50`,
    [workspaceId, companyId],
  );
  return {
    items: rows.map((row) => ({
      id: toPublicId('companyMerge', row.id),
      companyId: toPublicId('company', companyId),
      otherId: toPublicId('company', row.other_id),
      otherName: row.other_name,
      moved: row.moved,
      state: row.undone ? ('undone' as const) : row.behind ? ('running' as const) : ('completed' as const),
      createdAt: row.created_at.toISOString(),
    })),
  };
}
