import type { LeadFilter } from '@tabard/contract';
import type { Sorting } from '../../kit/table-head.ts';

/** The filter that an address carries; null where it carries none, or one that somebody broke. */
export function filterIn(text: string | undefined): LeadFilter | null {
  try {
    return JSON.parse(text ?? 'null') as LeadFilter | null; // what does not fit is refused by the platform, with words
  } catch {
    return null;
  }
}

/** The order that an address carries: a column and a direction. */
export function sortingIn(text = ''): Sorting | null {
  const [by = '', direction] = text.split(' ');
  return by && (direction === 'asc' || direction === 'desc') ? { by, direction } : null;
}
