import type { Lead } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { leadColumns, shapeLead, type LeadRow } from './lead-row.ts';

/** One lead, live or archived. */
export async function getLead(scope: ReadScope, { id }: { id: string }): Promise<Lead> {
  const [row] = await scope.read<LeadRow>(`select ${leadColumns} from lead l where l.workspace_id = $1 and l.id = $2`, [
    scope.workspaceId,
    id,
  ]);
  return row ? shapeLead(row) : fail('lead.not_found');
}
