/** A card by its column and its place in it. */
export interface BoardPlace {
  column: number;
  row: number;
}

/** Where an arrow, Home or End leads from a card; columns that are empty are passed. Null for any other key. */
export function walkBoard(sizes: readonly number[], from: BoardPlace, key: string, rtl: boolean): BoardPlace | null {
  const last = (sizes[from.column] ?? 1) - 1;
  const rows: Record<string, number> = { ArrowDown: from.row + 1, ArrowUp: from.row - 1, Home: 0, End: last };
  const row = rows[key];
  if (row !== undefined) return { column: from.column, row: Math.max(0, Math.min(last, row)) };
  const step = asideStep(key, rtl);
  if (step === 0) return null;
  for (let column = from.column + step; column >= 0 && column < sizes.length; column += step) {
    const size = sizes[column] ?? 0;
    if (size > 0) return { column, row: Math.min(from.row, size - 1) };
  }
  return from;
}

/** One column onwards, one back, or none, for an arrow key in the direction of the text. */
export function asideStep(key: string, rtl: boolean): number {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
  return (key === 'ArrowRight') === rtl ? -1 : 1;
}
