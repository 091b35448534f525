import type { Lead, Page, leadListInput } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, pageFrom, type ReadScope } from '#kernel';
import { leadColumns, shapeLead, type LeadRow } from './lead-row.ts';
import { leadSelection } from './lead-selection.ts';

/** How each order compares; nulls count as the empty text, so that no row falls out of the pages. */
const orders = {
  created_at: {
    sql: 'l.created_at',
    type: 'timestamptz',
    place: 'time',
    of: (row: LeadRow) => row.created_at.toISOString(),
  },
  email: { sql: 'l.email', type: 'text', place: 'text', of: (row: LeadRow) => row.email },
  company: { sql: "coalesce(l.company, '')", type: 'text', place: 'text', of: (row: LeadRow) => row.company ?? '' },
  last_name: {
    sql: "coalesce(l.last_name, '')",
    type: 'text',
    place: 'text',
    of: (row: LeadRow) => row.last_name ?? '',
  },
} as const;

const usualLimits = new Set([25, 50, 100]);

/** One page of leads, by filter and order. */
export async function listLeads(scope: ReadScope, input: z.output<typeof leadListInput>): Promise<Page<Lead>> {
  const order = orders[input.sort];
  const values: unknown[] = [scope.workspaceId];
  const conditions = ['l.workspace_id = $1', leadSelection(input.filter, values)];
  if (input.cursor !== undefined) {
    const [value, id] = decodeCursor(input.cursor, [order.place, 'uuid']);
    const place = `($${values.push(value)}::${order.type}, $${values.push(id)}::uuid)`;
    conditions.push(`(${order.sql}, l.id) ${input.direction === 'asc' ? '>' : '<'} ${place}`);
  }
  // The pages that are asked for most are kept; what filters make is too manifold.
  const usual = input.skip === 0 && Object.keys(input.filter ?? {}).length === 0 && usualLimits.has(input.limit);
  const inOrder = `order by ${order.sql} ${input.direction}, l.id ${input.direction}`;
  const page = `from lead l where ${conditions.join(' and ')} ${inOrder} limit ${input.limit + 1}`;
  const rows = await scope.read<LeadRow>(
    input.skip === 0
      ? `select ${leadColumns} ${page}`
      : // Ids alone first: those before the page are counted in the index.
        `select ${leadColumns} from lead l
          where l.workspace_id = $1 and l.id = any (array (select l.id ${page} offset $${values.push(input.skip)})) ${inOrder}`,
    values,
    usual
      ? { name: `leads ${input.sort} ${input.direction} ${input.limit} ${input.cursor ? 'on' : ''}`, inOrder: true }
      : undefined,
  );
  return pageFrom(rows, input.limit, shapeLead, (row) => [order.of(row), row.id]);
}
