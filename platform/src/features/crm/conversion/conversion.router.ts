import { conversionCreateInput, conversionOutput, conversionUpdateInput } from '@tabard/contract/crm/conversion';
import { requireCampaigns } from '#features/crm/deal';
import { archiveOf, changeOne, countOf, getOf, listOf, lockOne, restoreOf, router, workspaceMutation } from '#kernel';
import { conversions } from './conversion.entity.ts';
import { createConversion, requireDeal, requireWhole } from './save-conversion.ts';

const { write } = conversions;

export const conversionRouter = router({
  /** Lists conversions and losses, newest first unless told otherwise. */
  list: listOf(conversions, { inOrder: true }),
  /** Counts the conversions and losses that a filter takes. */
  count: countOf(conversions),
  /** Gets one conversion or loss. */
  get: getOf(conversions),
  /** Says that a lead converted, or is lost. Naming a deal, it counts in place of what the deal is worth. */
  create: workspaceMutation({
    permission: write,
    input: conversionCreateInput,
    output: conversionOutput,
    handler: createConversion,
  }),
  /** Changes the given fields of a conversion or a loss; `null` empties a field. */
  update: workspaceMutation({
    permission: write,
    input: conversionUpdateInput,
    output: conversionOutput,
    async handler(scope, { id, happenedAt, ...changes }) {
      const known = await lockOne(conversions, scope, id);
      requireWhole({ ...known, ...changes });
      if (changes.dealId && known.leadId) await requireDeal(scope, changes.dealId, known.leadId);
      if (changes.campaignId) await requireCampaigns(scope, [changes.campaignId], () => 'campaignId');
      return changeOne(conversions, scope, known, {
        ...changes,
        ...(happenedAt && { happenedAt: new Date(happenedAt) }),
      });
    },
  }),
  /** Takes up to 1,000 conversions or losses back. */
  archive: archiveOf(conversions),
  /** Brings conversions or losses back that were taken back. */
  restore: restoreOf(conversions),
});
