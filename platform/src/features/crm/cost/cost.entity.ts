import { costNoun } from '@tabard/contract/crm/cost';
import { listIndexes, p, storeOf, tableOf } from '#kernel';

/** Money that was spent on winning customers. */
export const CostSchema = tableOf(costNoun, {
  columns: {
    /** What a search looks at, folded by the database. */
    searchText: p.text().nullable().generated(`(fold_text("name" || ' ' || coalesce("note", ''))) stored`),
  },
  indexes: [
    ...listIndexes(costNoun),
    // Figures read these alone.
    {
      name: 'cost_days',
      expression:
        'create index "cost_days" on "cost" ("workspace_id", "starts_on") include ("ends_on", "amount", "currency", "id") where archived_at is null',
    },
  ],
});

/** Where costs are kept. */
export const costs = storeOf(costNoun, CostSchema, {
  alias: 't',
  searched: 't.search_text',
  computed: {
    campaigns: `select coalesce(json_agg(json_build_object('id', 'cmp_' || replace(c.id::text, '-', ''), 'name', c.name)
        order by array_position(t.campaign_ids, c.id)), '[]')
      from campaign c where c.workspace_id = t.workspace_id and c.id = any (t.campaign_ids)`,
  },
});
