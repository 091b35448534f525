import type { WrittenFilter } from '@tabard/contract/filters';
import type { Sorting } from '../../kit/table-head.ts';

/** The filter that an address carries; null where it carries none, or one that somebody broke. */
export function filterIn(text: string | undefined): object | null {
  try {
    const filter: unknown = JSON.parse(text ?? 'null');
    return typeof filter === 'object' && !Array.isArray(filter) ? filter : null; // what does not fit is refused by the platform, with words
  } catch {
    return null;
  }
}

/** What must hold of both, where there is any. */
export const bothOf = (...wheres: readonly (WrittenFilter | null | undefined)[]): WrittenFilter | null => {
  const [one, ...more] = wheres.filter((where) => !!where);
  return one && more.length > 0 ? { all: [one, ...more] } : (one ?? null);
};

/** The order that nobody chose. */
export const NEWEST: Sorting = { by: 'added', direction: 'desc' };

/** The order that an address carries: a column and a direction. */
export function sortingIn(text = ''): Sorting {
  const [by = '', direction] = text.split(' ');
  return by && (direction === 'asc' || direction === 'desc') ? { by, direction } : NEWEST;
}
