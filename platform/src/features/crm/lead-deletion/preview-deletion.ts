import type { Uuid } from '@tabard/contract';
import type { LeadDeletionPreview } from '@tabard/contract/crm/lead-deletion';
import { fail, type ReadScope } from '#kernel';
import { findFamily, heldLeads } from './find-family.ts';

/** What would go with leads, before anybody decides. */
export async function previewDeletion(
  { read, workspaceId }: ReadScope,
  { ids }: { ids: readonly Uuid[] },
): Promise<LeadDeletionPreview> {
  const { family, merged } = await findFamily(read, workspaceId, ids);
  if (family.length === 0 && merged.length === 0) fail('lead.not_found');
  const count = (table: string, more = ''): string =>
    `(select count(*)::int from ${table} t where t.workspace_id = $1 and t.lead_id = any($2::uuid[])${more})`;
  const [counts] = await read<Omit<LeadDeletionPreview, 'leads' | 'merged' | 'sending'> & { held: Uuid[] }>(
    `select ${count('enrollment', ` and t.state in ('active', 'paused')`)} as enrollments, ${count('conversation')} as conversations,
            ${count('note')} as notes, ${count('logged_activity')} as activities, ${count('task')} as tasks,
            ${count('file', ' and t.archived_at is null')} as files,
            (select count(distinct k.deal_id)::int from deal_lead k where k.workspace_id = $1 and k.lead_id = any($2::uuid[])) as deals,
            array(${heldLeads}) as held`,
    [workspaceId, family.map(({ id }) => id)],
  );
  const { held, ...rest } = counts!; // one row, always
  const roots = new Map(family.map(({ id, root }) => [id, root]));
  return {
    leads: family.length,
    merged: merged.length,
    sending: new Set(held.map((id) => roots.get(id))).size,
    ...rest,
  };
}
