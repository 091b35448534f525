import { toPublicId, type Lead, type Uuid } from '@tabard/contract';
import type { leadMergeListInput, leadMergeListOutput } from '@tabard/contract/crm/lead-merge';
import type { z } from 'zod';
import { leads } from '#features/crm/lead';
import { fail, goingBack, readOne, writeChanged, type Changed, type ReadScope, type WriteScope } from '#kernel';
import { splitEnrollments } from './merge-enrollments.ts';
import { tellMerge } from './merge-lead.ts';
import { moveBack } from './move-rows.ts';
import type { Moved } from './moved.rules.ts';

interface MergeRow {
  id: Uuid;
  lead_id: Uuid;
  other_id: Uuid;
  changed: Changed;
  moved: Moved;
  undone: boolean;
}

/** Takes a merge back: both leads are there again, each with what it had, except for what somebody has changed since. */
export async function undoMerge(scope: WriteScope, { id }: { id: Uuid }): Promise<Lead> {
  const { sql, workspaceId } = scope;
  const [merge] = await sql<MergeRow>(
    `select id, lead_id, other_id, changed, moved, undone_at is not null as undone
       from lead_merge where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  if (!merge) return fail('lead_merge.not_found');
  const pair = { id: merge.lead_id, otherId: merge.other_id };
  const places = await sql<{ id: Uuid; archived: boolean; merged_into_id: Uuid | null }>(
    `select id, archived_at is not null as archived, merged_into_id from lead
      where workspace_id = $1 and id = any($2::uuid[]) order by id for update`,
    [workspaceId, [pair.id, pair.otherId]],
  );
  const [stays, other] = [pair.id, pair.otherId].map((one) => places.find((place) => place.id === one));
  if (merge.undone || !stays || stays.archived || other?.merged_into_id !== pair.id) fail('lead_merge.not_undoable');
  const row = await readOne(leads, scope, pair.id);
  // As the merge kept it: moments as texts.
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>; // a row as JSON
  // First: the address that it took is the other one's again.
  await writeChanged(leads, scope, pair.id, goingBack(merge.changed, now), 'before');
  await sql(
    'update lead set archived_at = null, merged_into_id = null, updated_at = now() where workspace_id = $1 and id = $2',
    [workspaceId, pair.otherId],
  ).catch(leads.refuseConflict);
  await splitEnrollments(scope, pair, merge.moved.enrollments);
  await moveBack(scope, pair, merge.moved);
  await sql('update lead_merge set undone_at = now() where workspace_id = $1 and id = $2', [workspaceId, id]);
  tellMerge(scope, 'lead.unmerged', { id, leadId: pair.id, otherId: pair.otherId });
  const back = await readOne(leads, scope, pair.otherId);
  return leads.shape(back!); // written in this transaction
}

/** The merges into a lead that can still be looked up, newest first. */
export async function listMerges(
  { read, workspaceId }: ReadScope,
  { leadId }: z.output<typeof leadMergeListInput>,
): Promise<z.input<typeof leadMergeListOutput>> {
  const [known] = await read('select 1 from lead where workspace_id = $1 and id = $2', [workspaceId, leadId]);
  if (!known) fail('lead.not_found');
  const rows = await read<{ id: Uuid; other_id: Uuid; name: string; undone: boolean; created_at: Date }>(
    `select m.id, m.other_id, coalesce(nullif(concat_ws(' ', l.first_name, l.last_name), ''), l.email) as name,
            m.undone_at is not null as undone, m.created_at
       from lead_merge m join lead l on l.workspace_id = $1 and l.id = m.other_id
      where m.workspace_id = $1 and m.lead_id = $2 order by m.created_at desc, m.id limit 50`,
    [workspaceId, leadId],
  );
  return {
    items: rows.map((row) => ({
      id: toPublicId('leadMerge', row.id),
      leadId: toPublicId('lead', leadId),
      otherId: toPublicId('lead', row.other_id),
      otherName: row.name,
      state: row.undone ? ('undone' as const) : ('completed' as const),
      createdAt: row.created_at.toISOString(),
    })),
  };
}
