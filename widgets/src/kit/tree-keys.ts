import type { TreeLine } from './tree.ts';

interface At {
  rows: readonly TreeLine[];
  index: number;
  /** Letters that were typed together, if any. */
  typed: string;
}

/** What a key means in a tree: the line to go to, something to do with the one that it stands on, or nothing. */
export function keyMove(key: string, at: At): number | 'toggle' | 'menu' | 'rename' | 'delete' | null {
  const { rows, index, typed } = at;
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows.length - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
    case 'ArrowLeft':
      return sideways(key === 'ArrowRight', at);
    case 'Enter':
    case ' ':
      return 'menu';
    case 'F2':
      return 'rename';
    case 'Delete':
      return 'delete';
    default:
      return typed ? jump(rows, index, typed) : null;
  }
}

/** In: opens, then goes to the first below. Out: closes, then goes to the one above. */
function sideways(inwards: boolean, { rows, index }: At): number | 'toggle' | null {
  const row = rows[index];
  if (!row) return null;
  if (!inwards) {
    if (row.open) return 'toggle';
    const up = rows.findIndex(({ id }) => id === row.parentId);
    return up < 0 ? null : up;
  }
  if (row.open === undefined) return null;
  return row.open ? Math.min(rows.length - 1, index + 1) : 'toggle';
}

/** The next line whose name begins so; one letter looks beyond the line it stands on. */
function jump(rows: readonly TreeLine[], index: number, typed: string): number | null {
  const from = typed.length > 1 ? index : index + 1;
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < rows.length; step++) {
    const at = (from + step) % rows.length;
    if (rows[at]?.name.toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return null;
}
