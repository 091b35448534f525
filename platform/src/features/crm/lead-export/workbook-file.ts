import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { CellKind, CellValue } from './export-columns.ts';
import type { LeadRows } from './read-leads.ts';

const sheetName = 'xl/worksheets/sheet1.xml';
const formats: Partial<Record<CellKind, string>> = { moment: 'yyyy-mm-dd hh:mm:ss', day: 'yyyy-mm-dd' };
/** The most characters that a cell holds. */
const longestText = 32_767;
/** Widths of columns, in characters. */
const widths: Readonly<Record<CellKind, number>> = { text: 22, number: 11, boolean: 9, moment: 19, day: 12 };

/**
 * The bytes of a workbook with one sheet. The library makes the book with its heading and its styles, of one row of each kind; the rows are
 * written into its sheet as they come, because the library would hold all of them at once (of 100,000 leads a gigabyte). Texts are texts to
 * a spreadsheet whatever they begin with, so nothing in them is run.
 */
export async function* workbookFile(headings: readonly string[], { kinds, batches }: LeadRows): AsyncGenerator<Buffer> {
  const { before, after, styles, others } = await emptyBook(headings, kinds);
  const chunks: Buffer[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(Buffer.from(chunk));
  });
  for (const [name, bytes] of others) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(bytes, true);
  }
  const sheet = new ZipDeflate(sheetName, { level: 1 });
  zip.add(sheet);
  sheet.push(strToU8(before));
  const columns = { letters: kinds.map((_, at) => lettersOf(at)), kinds, styles };
  let place = 1; // of the heading
  for await (const batch of batches) {
    sheet.push(strToU8(batch.map((row) => rowOf(row, (place += 1), columns)).join('')));
    yield* chunks.splice(0);
  }
  sheet.push(strToU8(after), true);
  zip.end();
  yield* chunks.splice(0);
}

/** What the cells of a column have in common. */
interface Sheet {
  letters: readonly string[];
  kinds: readonly CellKind[];
  /** The style of each column's cells, as an attribute; empty where there is none. */
  styles: readonly string[];
}

interface EmptyBook {
  /** The sheet up to its first row of values, and from behind its last one. */
  before: string;
  after: string;
  styles: string[];
  /** The parts of the book besides the sheet. */
  others: [name: string, bytes: Uint8Array][];
}

/** A book whose sheet has a heading alone. */
async function emptyBook(headings: readonly string[], kinds: readonly CellKind[]): Promise<EmptyBook> {
  const example = kinds.map((kind) => {
    const format = formats[kind];
    return format ? { value: new Date(0), type: Date, format } : { value: 0, type: Number };
  });
  const data = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    example,
  ] as unknown as SheetData; // cells of one kind each
  const book = unzipSync(
    await writeXlsxFile(data, {
      columns: kinds.map((kind) => ({ width: widths[kind] })),
      stickyRowsCount: 1,
    }).toBuffer(),
  );
  const sheet = strFromU8(book[sheetName]!); // the library's name of the first sheet
  const from = sheet.indexOf('<row r="2"');
  const until = sheet.indexOf('</sheetData>');
  const cells = [...sheet.slice(from, until).matchAll(/<c r="[A-Z]+2"((?: s="\d+")?)/g)];
  return {
    before: sheet.slice(0, from),
    after: sheet.slice(until),
    styles: cells.map(([, style = '']) => style),
    others: Object.entries(book).filter(([name]) => name !== sheetName),
  };
}

/** One row of the sheet, counted from 1 as spreadsheets do; what is empty has no cell. */
function rowOf(row: readonly CellValue[], place: number, { letters, kinds, styles }: Sheet): string {
  let cells = '';
  for (const [at, value] of row.entries())
    if (value !== null && value !== '')
      cells += `<c r="${letters[at]!}${place}"${cellOf(value, kinds[at]!, styles[at] ?? '')}</c>`; // a kind for each column
  return `<row r="${place}">${cells}</row>`;
}

/** What follows the place of a cell: its style or type, and its value. */
function cellOf(value: string | number | boolean, kind: CellKind, style: string): string {
  if (typeof value === 'number') return `><v>${value}</v>`;
  if (typeof value === 'boolean') return ` t="b"><v>${Number(value)}</v>`;
  const at = formats[kind] ? serialOf(value) : Number.NaN;
  // A day that is none by now is a text.
  return Number.isNaN(at)
    ? ` t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is>`
    : `${style}><v>${at}</v>`;
}

/** The letters of a column: A to Z, then AA. */
function lettersOf(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** Days since the beginning of 1900 as spreadsheets count them, of a time without a zone; none before March of that year, where they count wrongly. */
function serialOf(text: string): number {
  const days = Date.parse(text.includes('T') ? `${text.slice(0, 23)}Z` : text) / 86_400_000 + 25_569;
  return days > 60 ? Math.round(days * 86_400) / 86_400 : Number.NaN;
}

// oxlint-disable-next-line no-control-regex -- characters that no XML may hold are the ones that are meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const special = /[&<>]/g;

const escaped = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    .replace(forbidden, '')
    .replace(special, (mark) => marks[mark] ?? mark);
