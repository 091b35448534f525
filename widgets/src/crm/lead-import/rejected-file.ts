import { msg } from '@lit/localize';
import type { RowFault } from '@tabard/contract';
import { rowWords } from './import-words.ts';

/** What the platform writes before the cells of each row. */
const COLUMNS = 'line,reason,code,field,limit,';
const MARK = '\ufeff';
const CELL = /(?:"((?:[^"]|"")*)"|([^,]*)),/y;

/**
 * The platform's file of rejected rows in the language of the page: reasons and their heading are said in its words, codes go, and
 * the rows' own cells stay as they are. A file from before there were codes stays as it is.
 */
export function rejectedFile(csv: string): string {
  const [header = '', ...rows] = recordsOf(csv.replace(MARK, ''));
  if (!header.startsWith(COLUMNS)) return csv;
  const told = rows.map((row) => {
    const [line = '', reason = '', code = '', field = '', limit = ''] = cellsOf(row, 5);
    // The platform's own file holds its own codes; one that is unknown here is told in the platform's words.
    const fault = { line: Number(line), reason, code: code as RowFault, field, limit: Number(limit), value: '' };
    return [line, quoted(rowWords(fault)), ownCells(row, 5)].join(',');
  });
  const heading = [quoted(msg('Line')), quoted(msg('Reason')), header.slice(COLUMNS.length)].join(',');
  return `${MARK}${[heading, ...told].map((row) => `${row}\r\n`).join('')}`;
}

/** The records of a file; a line break between quotes ends none. */
function recordsOf(csv: string): string[] {
  const records: string[] = [];
  let lines: string[] = [];
  let isOpen = false;
  for (const line of csv.split('\r\n')) {
    lines.push(line);
    if (line.split('"').length % 2 === 0) isOpen = !isOpen;
    if (isOpen) continue;
    records.push(lines.join('\r\n'));
    lines = [];
  }
  return records.filter(Boolean);
}

/** The first cells of a record, which others follow. */
function cellsOf(record: string, count: number): string[] {
  CELL.lastIndex = 0;
  return [...Array(count).keys()].map(() => {
    const found = CELL.exec(record);
    return found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '';
  });
}

/** What follows the first cells of a record, as it is written. */
function ownCells(record: string, count: number): string {
  cellsOf(record, count);
  return record.slice(CELL.lastIndex);
}

const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
