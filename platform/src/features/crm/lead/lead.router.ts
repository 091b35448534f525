import { archiveOf, countOf, createOf, getOf, listOf, requireTimeZone, restoreOf, router, updateOf } from '#kernel';
import { leads } from './lead.entity.ts';
import { withOneAddress } from './lead.rules.ts';

export const leadRouter = router({
  /** Lists leads, newest first unless told otherwise. */
  list: listOf(leads, { inOrder: true }),
  /** Counts the leads that a filter takes. */
  count: countOf(leads),
  /** Gets one lead. */
  get: getOf(leads),
  /** Adds one lead. Another live lead with the same address is an error. */
  create: createOf(leads, {
    async prepare({ app, principal }, input) {
      await requireTimeZone(app, input.timeZone, 'timeZone');
      return { ...withOneAddress(input), source: principal.kind === 'api_key' ? 'api' : 'manual' };
    },
  }),
  /** Changes the given fields of a lead; `null` empties a field. */
  update: updateOf(leads, {
    async prepare({ app }, changes) {
      await requireTimeZone(app, changes.timeZone, 'timeZone');
      return withOneAddress(changes);
    },
  }),
  /** Takes up to 1,000 leads out of lists and audiences. */
  archive: archiveOf(leads),
  /** Brings archived leads back. */
  restore: restoreOf(leads),
});
