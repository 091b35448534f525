import { csvLine } from '#features/crm/lead-import';
import type { CellKind, CellValue } from './export-columns.ts';
import type { LeadRows } from './read-leads.ts';

/** The bytes of a CSV file: what a spreadsheet would run as a formula is defused, numbers stand as they are. */
export async function* csvFile(
  headings: readonly string[],
  { kinds, batches }: LeadRows,
  mark: boolean,
): AsyncGenerator<Buffer> {
  yield Buffer.from(csvLine(headings, mark ? '\ufeff' : ''));
  for await (const batch of batches) {
    let lines = '';
    for (const row of batch) lines += csvLine(row.map((value, at) => written(kinds[at]!, value))); // a kind for each column
    yield Buffer.from(lines);
  }
}

function written(kind: CellKind, value: CellValue): string | number {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  // PostgreSQL gives it without a zone, which is UTC here.
  return kind === 'moment' && typeof value === 'string' ? `${value.slice(0, 19)}Z` : value;
}
