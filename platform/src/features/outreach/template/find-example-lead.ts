import type { Uuid } from '@tabard/contract';
import { mergeColumns, type MergeableLead } from '#features/crm/lead';
import { fail, type ReadScope } from '#kernel';

/** The lead that texts are shown for: the given one, else the newest; `null` in a workspace without leads. */
export async function findExampleLead(scope: ReadScope, leadId?: Uuid): Promise<(MergeableLead & { id: Uuid }) | null> {
  const [row] = await scope.read<MergeableLead & { id: Uuid }>(
    `select l.id, ${mergeColumns('l')}
       from lead l where l.workspace_id = $1 and l.archived_at is null and ($2::uuid is null or l.id = $2)
      order by l.created_at desc, l.id desc limit 1`,
    [scope.workspaceId, leadId ?? null],
  );
  if (!row && leadId !== undefined) fail('lead.not_found');
  return row ?? null;
}
