import { z } from 'zod';

/** The most items one page can hold. */
export const pageLimit = 200;

/** The input fields every list procedure shares; spread them into its strict object. */
export const pageInput = {
  /** The `nextCursor` of the page before, of the same sort and filter; absent for the first page. */
  cursor: z.string().max(2048).optional(),
  /** Items on a page, 1 to 200. */
  limit: z.int().min(1).max(pageLimit).default(25),
};

/**
 * For lists that are scrolled as a whole: items after the cursor to pass over, so that a view can jump to where it has no
 * cursor for. Its cost grows with the number; walk with the cursor alone.
 */
export const skipInput = {
  /** Items after the cursor to pass over. Deep pages are slow: walk with `cursor` where you can. */
  skip: z.int().min(0).max(10_000_000).default(0),
};

/** The shape of one page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    /** The page, in the order of the list; empty where nothing is left. */
    items: z.array(item),
    /** Give it as `cursor` to get the next page; `null` on the last one. */
    nextCursor: z.string().nullable(),
  });
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
