import { costCreateInput, costOutput } from '@tabard/contract/crm/cost';
import { archiveOf, countOf, getOf, insertOne, listOf, restoreOf, router, updateOf, workspaceMutation } from '#kernel';
import { costs } from './cost.entity.ts';
import { settleCost } from './settle-cost.ts';

export const costRouter = router({
  /** Lists costs, newest first unless told otherwise. */
  list: listOf(costs, { inOrder: true }),
  /** Counts the costs that a filter takes. */
  count: countOf(costs),
  /** Gets one cost. */
  get: getOf(costs),
  /** Adds one cost. */
  create: workspaceMutation({
    permission: costs.write,
    input: costCreateInput,
    output: costOutput,
    async handler(scope, { endsOn, ...given }) {
      const values = { ...given, endsOn: endsOn ?? given.startsOn };
      await settleCost(scope, values);
      return insertOne(costs, scope, values);
    },
  }),
  /** Changes the given fields of a cost. */
  update: updateOf(costs, {
    async prepare(scope, changes, known) {
      const { startsOn = known.startsOn, endsOn = known.endsOn, campaignIds } = changes;
      await settleCost(scope, { startsOn, endsOn, campaignIds });
      return changes;
    },
  }),
  /** Takes up to 1,000 costs out of lists and figures. */
  archive: archiveOf(costs),
  /** Brings archived costs back. */
  restore: restoreOf(costs),
});
