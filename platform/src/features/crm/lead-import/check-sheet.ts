import { readTags, type Attributes } from './read-tags.ts';
import { mostColumns, notWorkbook, tooLarge, tooWide } from './workbook-faults.ts';

/** Where a sheet ends in every program that writes workbooks. */
const [lastRow, lastColumn] = [1_048_576, 16_384];

/**
 * The cells that a sheet may take: the library makes a row of the full width for each line down to the last that says something. And the
 * empty lines among them.
 */
const [mostCells, mostEmptyRows] = [10_000_000, 100_000];

/** What has been seen of a sheet. */
interface Seen {
  /** The row that is open, 0 while nothing says which it is; the one that its last cell stood in; and the column of the open cell. */
  row: number;
  lastRow: number;
  column: number | null;
  cells: number;
  /** The last row that says something, how many do, and the widest that one does. */
  lastTold: number;
  told: number;
  width: number;
}

/**
 * Refuses a sheet that would unfold to more than there is room for, before the library reads it: that makes room for every place that a cell
 * says it stands in, however far out.
 * @throws CsvError
 */
export function checkSheet(part: Uint8Array): void {
  const seen: Seen = { row: 0, lastRow: 0, column: null, cells: 0, lastTold: 0, told: 0, width: 0 };
  readTags(part, {
    opened: (name, attributes) => openers.get(name)?.(attributes, seen),
    closed: (name) => {
      if (name === 'c') seen.column = null;
    },
  });
}

type Opener = (attributes: Attributes, seen: Seen) => void;

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ['dimension', ({ ref }) => checkRange(ref)],
  ['mergeCell', ({ ref }) => checkRange(ref)],
  ['col', ({ min, max }) => [min, max].forEach((end) => countOf(end ?? '', lastColumn))],
  [
    'row',
    ({ r, spans }, seen) => {
      for (const end of spans?.split(/[:\s]+/) ?? []) countOf(end, lastColumn);
      seen.row = r === undefined ? 0 : countOf(r, lastRow);
    },
  ],
  ['c', openCell],
  ['v', tells],
  ['is', tells],
]);

function openCell({ r }: Attributes, seen: Seen): void {
  const { row, column } = placeOf(r);
  // The library goes by the row where there is one, and by the cell elsewhere.
  if ((seen.row !== 0 && row !== seen.row) || row < seen.lastRow) throw notWorkbook();
  [seen.row, seen.lastRow, seen.column] = [row, row, column];
  seen.cells += 1;
  if (seen.cells > mostCells) throw tooLarge();
}

/** The open cell says something: one that does not takes no room. */
function tells(_: Attributes, seen: Seen): void {
  if (seen.column === null) return;
  if (seen.column > mostColumns) throw tooWide();
  seen.width = Math.max(seen.width, seen.column);
  if (seen.row !== seen.lastTold) {
    seen.lastTold = seen.row;
    seen.told += 1;
  }
  if (seen.row * seen.width > mostCells) throw tooLarge();
  if (seen.row - seen.told > mostEmptyRows)
    throw tooLarge(`The sheet has more than ${mostEmptyRows} empty rows above row ${seen.row}.`);
}

/** A number from 1 up to a most. */
function countOf(digits: string, most: number): number {
  const count = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  if (count < 1 || count > most) throw notWorkbook();
  return count;
}

/** Where a cell says it stands. */
function placeOf(reference: string | undefined): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '') ?? [];
  if (letters === undefined || digits === undefined) throw notWorkbook();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > lastColumn) throw notWorkbook();
  return { row: countOf(digits, lastRow), column };
}

function checkRange(range: string | undefined): void {
  const ends = (range ?? '').split(':');
  if (ends.length > 2) throw notWorkbook();
  for (const end of ends) placeOf(end);
}
