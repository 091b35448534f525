import { firstFocusable } from './first-focusable.ts';

/** What the keyboard map acts on. */
export interface KeyedGrid {
  readonly rowCount: number;
  readonly page: number;
  /** The row that has or would get the focus, and the cell in it; -1 is the row itself. */
  readonly active: { readonly row: number; readonly cell: number };
  readonly cellCount: number;
  readonly rtl: boolean;
  readonly selects: boolean;
  goTo(row: number, cell: number): void;
  open(row: number): void;
  /** Chooses a row, or with `range` all rows since the last one chosen. */
  toggle(row: number, range: boolean): void;
  toggleAll(): void;
  /** Puts the focus on what can be used in a cell. False when there is nothing. */
  enterCell(row: number, cell: number): boolean;
}

/**
 * The keyboard map of the rows, after the grid pattern of the ARIA practices with rows as the first level:
 * up and down, page, home and end move; right goes into the cells, left comes back; Enter opens a row or uses a cell;
 * Space chooses, with Shift everything in between; Shift and up or down choose on the way; Ctrl or Cmd A chooses all.
 * Returns whether the key meant something.
 */
export function pressRowKey(grid: KeyedGrid, event: KeyboardEvent): boolean {
  const { row, cell } = grid.active;
  const command = event.ctrlKey || event.metaKey;
  const key = grid.rtl ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key] ?? event.key) : event.key;
  if (event.altKey) return false;
  const last = grid.rowCount - 1;
  const rows: Record<string, number> = {
    ArrowDown: command ? last : row + 1,
    ArrowUp: command ? 0 : row - 1,
    PageDown: row + grid.page,
    PageUp: row - grid.page,
    ...((cell < 0 || command) && { Home: 0, End: last }),
  };
  const cells: Record<string, number> = {
    ArrowRight: cell + 1,
    ArrowLeft: cell - 1,
    ...(cell >= 0 && !command && { Home: 0, End: grid.cellCount - 1 }),
  };
  if (key in rows) {
    const to = Math.min(last, Math.max(0, rows[key] ?? row));
    if (event.shiftKey && grid.selects && to !== row) grid.toggle(to, true);
    grid.goTo(to, cell);
  } else if (key in cells && !command) {
    grid.goTo(row, Math.min(grid.cellCount - 1, Math.max(-1, cells[key] ?? cell)));
  } else if (key === 'Enter') {
    if (cell < 0 || !grid.enterCell(row, cell)) grid.open(row);
  } else if (key === 'F2') {
    if (cell < 0 || !grid.enterCell(row, cell)) return false;
  } else if (key === ' ' && grid.selects) grid.toggle(row, event.shiftKey);
  else if (key.toLowerCase() === 'a' && command && grid.selects) grid.toggleAll();
  else return false;
  return true;
}

/** Gives the focus to what can be used in a cell; false where there is nothing. */
export function enterCell(root: ParentNode, row: number, cell: number): boolean {
  const place = root.querySelector(`.line[data-index="${row}"] > :nth-child(${cell + 1})`);
  const inside = place && firstFocusable(place);
  inside?.focus();
  return inside !== null;
}

/** What is in the tab order, once some rows or columns are no longer there. */
export function boundActive(active: KeyedGrid['active'], rows: number, cells: number): KeyedGrid['active'] {
  const row = Math.min(active.row, Math.max(0, rows - 1));
  return row === active.row && active.cell < cells ? active : { row, cell: -1 };
}
