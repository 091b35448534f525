/** Where a spreadsheet begins a cell, whichever delimiter it takes the file to have, when what follows would be run as a formula. */
const formula = /(^|[;\t\r\n])([ "']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** One line of CSV. What a spreadsheet would run as a formula is defused with a quote; a number is none, whatever it begins with. */
export function csvLine(cells: readonly (string | number)[], before = ''): string {
  const line = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    const safe = cell.replace(formula, `$1$2'`);
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${before}${line.join(',')}\r\n`;
}

/** The same, with the quote that defuses it. */
const defused = /(^|[;\t\r\n])([ "']*)'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A cell as it was before a file of ours defused it; spreadsheets write such a quote themselves to say that a cell is a text. */
export const withoutDefusing = (cell: string): string => (cell.includes("'") ? cell.replace(defused, '$1$2') : cell);
