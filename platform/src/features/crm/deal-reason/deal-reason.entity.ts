import { dealReasonNoun } from '@tabard/contract/crm/deal-reason';
import { listIndexes, p, storeOf, tableOf } from '#kernel';

/** Why deals are won or lost. Archived ones keep their name, because deals say it. */
export const DealReasonSchema = tableOf(dealReasonNoun, {
  columns: { nameFolded: p.text().nullable().generated(`(fold_text("name")) stored`) },
  indexes: listIndexes(dealReasonNoun),
  uniques: [{ name: 'deal_reason_name', properties: ['workspaceId', 'outcome', 'nameFolded'] }],
});

/** Where reasons are kept. */
export const dealReasons = storeOf(dealReasonNoun, DealReasonSchema, {
  alias: 'r',
  conflicts: { deal_reason_name: 'deal_reason.name_taken' },
});
