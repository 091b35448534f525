import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { CsvError } from './csv-scanner.rules.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-as-text.ts';
import { notWorkbook, unpackWorkbook } from './unpack-workbook.ts';

/** As many columns as a mapping can name. */
const mostColumns = 1_000;

/** Writes a sheet as CSV: a line for each of its rows, so that lines are counted as the sheet does. */
export async function writeSheet({ workbook, sheet, target }: SheetQuestion): Promise<SheetAnswer> {
  try {
    const { book, parts } = await unpackWorkbook(workbook);
    const rows = await readRows(book, sheet);
    if (rows.some(({ length }) => length > mostColumns))
      throw new CsvError('too_many_columns', `The sheet has more than ${mostColumns} columns.`);
    await writeRows(rows, target);
    return { names: namesOf(parts.get('xl/workbook.xml')) };
  } catch (error) {
    if (error instanceof CsvError) return { fault: error.code, message: error.message };
    throw error;
  }
}

type Cell = string | boolean | Date | null;

async function readRows(book: Buffer, sheet: number): Promise<Cell[][]> {
  try {
    // A number stays as it is written, so that none loses a digit.
    return (await readSheet<string>(book, sheet, { parseNumber: (digits) => plain(digits), trim: false })) as Cell[][];
  } catch (error) {
    if (error instanceof SheetNotFoundError || error instanceof TypeError)
      throw new CsvError('no_sheet', 'The workbook has no such sheet.');
    throw notWorkbook(error);
  }
}

/** A number without an exponent, and without what counting in twos adds behind the fifteenth digit. */
function plain(digits: string): string {
  if (/^-?\d+$/.test(digits)) return digits;
  const number = Number(Number(digits).toPrecision(15));
  return Number.isNaN(number) ? digits : String(number);
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).replaceAll(/\s*[\r\n]+\s*/g, ' ');
  if (Number.isNaN(cell.getTime())) return '';
  // A day is a moment at midnight to a spreadsheet.
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function writeRows(rows: readonly Cell[][], target: string): Promise<void> {
  const file = createWriteStream(target);
  for (const row of rows) {
    const cells = row.map(textOf);
    const line = cells.some((cell) => cell.trim() !== '') ? cells.map(quoted).join(',') : '';
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The names of the sheets in their order. */
function namesOf(workbook: Uint8Array | undefined): string[] {
  const xml = Buffer.from(workbook ?? []).toString();
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) =>
    name.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, entity: string) => named[entity] ?? whole),
  );
}
