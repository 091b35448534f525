import type { Lead, leadCreateInput } from '@tabard/contract';
import type { z } from 'zod';
import { newId, requireTimeZone, type WriteScope } from '#kernel';
import { leadColumns, shapeLead, type LeadRow } from './lead-row.ts';
import { refuseTaken, writtenColumns } from './write-lead.ts';

/** Adds one lead. */
export async function createLead(scope: WriteScope, input: z.output<typeof leadCreateInput>): Promise<Lead> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const { names, values } = writtenColumns(input);
  const source = scope.principal.kind === 'api_key' ? 'api' : 'manual';
  const all = ['workspace_id', 'id', 'source', ...names];
  const [row] = await scope
    .sql<LeadRow>(
      `insert into lead as l (${all.join(', ')}) values (${all.map((_, index) => `$${index + 1}`).join(', ')}) returning ${leadColumns}`,
      [scope.workspaceId, newId(), source, ...values],
    )
    .catch(refuseTaken);
  const lead = shapeLead(row!); // an insert without conflict returns its row
  scope.emit('lead.created', { leadId: lead.id });
  return lead;
}
