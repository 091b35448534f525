import { readCustomFields } from '#features/crm/custom-field';
import type { WriteScope } from '#kernel';
import { principalOf } from './asker.ts';
import { chosenLeads, orderOf } from './chosen-leads.ts';
import { columnsOf, type CellKind, type CellValue } from './export-columns.ts';
import type { LeadExportRow } from './lead-export-row.ts';

/** The rows of a file, some hundreds at a time, and what each column holds. */
export interface LeadRows {
  kinds: readonly CellKind[];
  batches: AsyncGenerator<readonly (readonly CellValue[])[]>;
}

/** Rows that are read at once, and values that one JSON array takes: a function has at most a hundred arguments. */
const [batchRows, arrayLength] = [500, 90];

/**
 * The leads of an export as whoever asked for it may see them, off one cursor, so as they were at one moment. Values come as JSON, which is
 * read several times faster than as many columns; moments stand on the workspace's clock in a workbook, which knows no zones, and in UTC in
 * text.
 */
export async function readLeads(writing: WriteScope, row: LeadExportRow): Promise<LeadRows> {
  const { sql, workspaceId } = writing;
  const scope = { ...writing, principal: principalOf(row.asker, workspaceId) };
  const { question, format } = row;
  const own = await readCustomFields(scope, 'lead');
  const columns = columnsOf(
    question.columns.map(({ name }) => name),
    own,
  );
  const zone = format === 'csv' ? 'UTC' : await zoneOf(writing);
  const values: unknown[] = [workspaceId];
  const condition = await chosenLeads(scope, question, values);
  const place = columns.some(({ kind }) => kind === 'moment') ? `$${values.push(zone)}` : '';
  const cells = columns.map(({ kind, sql: value }) => (kind === 'moment' ? `${value} at time zone ${place}` : value));
  const arrays = Array.from({ length: Math.ceil(cells.length / arrayLength) }, (_, index) => {
    const part = cells.slice(index * arrayLength, (index + 1) * arrayLength);
    return `json_build_array(${part.join(', ')}) as part_${index}`;
  });
  const mails = columns.some(({ sql: value }) => value.includes('m.'))
    ? 'left join lead_contact m on m.workspace_id = l.workspace_id and m.lead_id = l.id'
    : '';
  await sql(
    `declare exported no scroll cursor for select ${arrays.join(', ')} from lead l ${mails} where ${condition} order by ${orderOf(question)}`,
    values,
  );
  const cellsOf = (read: object) =>
    (Object.values(read) as unknown[][]).flat(1).map((value, at) => columns[at]!.cell(value)); // one for each column
  async function* batches(): LeadRows['batches'] {
    for (;;) {
      const read = await sql(`fetch ${batchRows} from exported`);
      if (read.length > 0) yield read.map(cellsOf);
      if (read.length < batchRows) return;
    }
  }
  return { kinds: columns.map(({ kind }) => kind), batches: batches() };
}

async function zoneOf({ sql, workspaceId }: WriteScope): Promise<string> {
  const [workspace] = await sql<{ time_zone: string }>('select time_zone from workspace where id = $1', [workspaceId]);
  return workspace?.time_zone ?? 'UTC';
}
