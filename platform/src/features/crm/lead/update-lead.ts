import type { Lead, leadUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, requireTimeZone, type WriteScope } from '#kernel';
import { leadColumns, shapeLead, type LeadRow } from './lead-row.ts';
import { refuseTaken, writtenColumns } from './write-lead.ts';

/** Changes what the caller gave of one lead and leaves the rest. */
export async function updateLead(scope: WriteScope, { id, ...input }: z.output<typeof leadUpdateInput>): Promise<Lead> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const { names, values } = writtenColumns(input);
  const sets = [...names.map((name, index) => `${name} = $${index + 3}`), 'updated_at = now()'].join(', ');
  const [row] = await scope
    .sql<LeadRow>(`update lead as l set ${sets} where l.workspace_id = $1 and l.id = $2 returning ${leadColumns}`, [
      scope.workspaceId,
      id,
      ...values,
    ])
    .catch(refuseTaken);
  if (!row) fail('lead.not_found');
  const lead = shapeLead(row);
  scope.emit('lead.updated', { leadId: lead.id });
  return lead;
}
