import { archiveOf, countOf, createOf, fail, getOf, listOf, restoreOf, router, updateOf } from '#kernel';
import { dealReasons } from './deal-reason.entity.ts';

export const dealReasonRouter = router({
  /** Lists the reasons for which deals are won and lost, newest first unless told otherwise. */
  list: listOf(dealReasons, { inOrder: true }),
  /** Counts the reasons that a filter takes. */
  count: countOf(dealReasons),
  /** Gets one reason. */
  get: getOf(dealReasons),
  /** Adds one reason. */
  create: createOf(dealReasons),
  /** Changes what a reason is called; what it is for stays. */
  update: updateOf(dealReasons, {
    prepare(_scope, changes, known) {
      if (changes.outcome !== undefined && changes.outcome !== known.outcome)
        fail('request.invalid', {
          details: [
            {
              path: 'outcome',
              reason: 'not_listed',
              message: 'This stays as it was made. Archive the reason and add another one.',
            },
          ],
        });
      return changes;
    },
  }),
  /** Takes up to 1,000 reasons out of what can be chosen. Deals that say one go on saying it. */
  archive: archiveOf(dealReasons),
  /** Brings archived reasons back. */
  restore: restoreOf(dealReasons),
});
