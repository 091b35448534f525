import { conversionNoun } from '@tabard/contract/crm/conversion';
import { listIndexes, p, storeOf, tableOf } from '#kernel';

const index = (name: string, on: string, where: string, unique = '') => ({
  name,
  expression: `create ${unique}index "${name}" on "conversion" ("workspace_id", ${on} where ${where}`,
});

/** What leads became. A lead that is deleted leaves what it brought, without its name. */
export const ConversionSchema = tableOf(conversionNoun, {
  columns: {
    /** What a search looks at, folded by the database. */
    searchText: p
      .text()
      .nullable()
      .generated(`(fold_text(coalesce("name", '') || ' ' || coalesce("reason", ''))) stored`),
  },
  indexes: [
    ...listIndexes(conversionNoun),
    index('conversion_of_lead', '"lead_id", "created_at", "id")', 'lead_id is not null'),
    index('conversion_of_campaign', '"campaign_id", "created_at", "id")', 'campaign_id is not null'),
    // The revenue of a deal is said once.
    index('conversion_of_deal', '"deal_id")', 'deal_id is not null and archived_at is null', 'unique '),
    // Where a deal that goes is named.
    index('conversion_at_deal', '"deal_id")', 'deal_id is not null'),
    // Figures read these alone.
    index(
      'conversion_figures',
      '"happened_at") include ("id", "lead_id", "campaign_id", "source", "value", "currency", "outcome")',
      'archived_at is null',
    ),
  ],
});

/** Where conversions are kept. */
export const conversions = storeOf(conversionNoun, ConversionSchema, {
  alias: 'v',
  searched: 'v.search_text',
  conflicts: { conversion_of_deal: 'conversion.deal_counted' },
  computed: {
    leadName: `select coalesce(nullif(trim(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')), ''), l.email)
      from lead l where l.workspace_id = v.workspace_id and l.id = v.lead_id`,
    campaignName: 'select c.name from campaign c where c.workspace_id = v.workspace_id and c.id = v.campaign_id',
    dealTitle: 'select d.title from deal d where d.workspace_id = v.workspace_id and d.id = v.deal_id',
  },
});
