import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { readSheet } from 'read-excel-file/node';
import { CsvError } from './csv-scanner.rules.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-as-text.ts';
import { unpackWorkbook } from './unpack-workbook.ts';
import { notWorkbook, tooLarge } from './workbook-faults.ts';

/** Letters that a sheet may come to as a text: a sentence that is kept once can stand in every cell. */
const mostText = 268_435_456;

/** Writes a sheet as CSV: a line for each of its rows, so that lines are counted as the sheet does. */
export async function writeSheet({ workbook, sheet, target }: SheetQuestion): Promise<SheetAnswer> {
  try {
    const { book, names } = await unpackWorkbook(workbook, sheet);
    await writeRows(await readRows(book, sheet), target);
    return { names };
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
    throw notWorkbook(error);
  }
}

/** A number without an exponent, and without what counting in twos adds behind the fifteenth digit. */
function plain(digits: string): string {
  if (/^-?\d+$/.test(digits)) return digits;
  const number = Number(Number(digits).toPrecision(15));
  return Number.isNaN(number) ? digits : String(number);
}

/** Each line without the spaces at its ends where it meets another. */
function inOneLine(text: string): string {
  const [first = '', ...more] = text.split(/[\r\n]+/);
  if (more.length === 0) return text;
  const last = more.pop() ?? '';
  return [first.trimEnd(), ...more.map((line) => line.trim()).filter(Boolean), last.trimStart()].join(' ');
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return inOneLine(String(cell));
  if (Number.isNaN(cell.getTime())) return '';
  // A day is a moment at midnight to a spreadsheet.
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function writeRows(rows: readonly Cell[][], target: string): Promise<void> {
  const file = createWriteStream(target);
  let left = mostText;
  for (const row of rows) {
    const cells: string[] = [];
    for (const cell of row) {
      const text = textOf(cell);
      left -= text.length + 1;
      if (left < 0) throw tooLarge();
      cells.push(text);
    }
    const line = cells.some((cell) => cell.trim() !== '') ? cells.map(quoted).join(',') : '';
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
