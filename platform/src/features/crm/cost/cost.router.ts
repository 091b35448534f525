import { archiveOf, countOf, createOf, getOf, listOf, restoreOf, router, updateOf } from '#kernel';
import { costs } from './cost.entity.ts';

export const costRouter = router({
  /** Lists costs, newest first unless told otherwise. */
  list: listOf(costs, { inOrder: true }),
  /** Counts the costs that a filter takes. */
  count: countOf(costs),
  /** Gets one cost. */
  get: getOf(costs),
  /** Adds one cost. */
  create: createOf(costs),
  /** Changes the given fields of a cost. */
  update: updateOf(costs),
  /** Takes up to 1,000 costs out of lists. */
  archive: archiveOf(costs),
  /** Brings archived costs back. */
  restore: restoreOf(costs),
});
