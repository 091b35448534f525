import { tagNoun } from '@tabard/contract/crm/tag';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantPolicies } from '#kernel';

/**
 * A word that leads carry. Leads hold the words themselves, because texts, files and programs speak in words; `lead_tag` holds which lead
 * carries which tag. What changes a tag in all of its leads stands in its row until it is done.
 */
export const TagSchema = tableOf(tagNoun, {
  // The sweep looks for changes whose job was lost.
  maintenance: ['select'],
  columns: {
    /** What is under way: rename, merge, remove. */
    spreadKind: p.string().length(8).nullable(),
    /** The word that leads still carry while it is renamed. */
    spreadFrom: p.string().length(50).nullable(),
    /** The tag that it goes into. */
    spreadInto: p.uuid().nullable(),
    /** The last lead that is done, in the order of ids; empty before the first. */
    spreadAfter: p.uuid().nullable(),
    spreadDone: p.integer().default(0),
    spreadTotal: p.integer().default(0),
  },
  indexes: [
    ...listIndexes(tagNoun),
    {
      // An index of an expression is none that links can stand on: a tag is renamed while somebody writes leads that carry it.
      name: 'tag_name',
      expression: 'create unique index "tag_name" on "tag" ("workspace_id", fold_text("name"))',
    },
    { name: 'tag_word', properties: ['workspaceId', 'name'] },
  ],
});

/**
 * Which lead carries which tag, kept by triggers of `lead` in the transaction that changes its words. Under policies no index answers what
 * an array holds; this one is read by comparing ids alone.
 */
export const LeadTagSchema = defineEntity({
  name: 'LeadTag',
  tableName: 'lead_tag',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead_tag'),
  properties: {
    workspaceId: p.uuid().primary(),
    tagId: p.uuid().primary(),
    leadId: p.uuid().primary(),
  },
  indexes: [{ name: 'lead_tag_of_lead', properties: ['workspaceId', 'leadId'] }],
});

const carrying = (archived: string): string => `select count(*)::int from lead_tag k ${archived}
      where k.workspace_id = t.workspace_id and k.tag_id = t.id`;

/** Where tags are kept. */
export const tags = storeOf(tagNoun, TagSchema, {
  alias: 't',
  conflicts: { tag_name: 'tag.name_taken' },
  computed: {
    // All of them are counted in the index, and the archived ones, which are few, are looked up.
    leadCount: `(${carrying('')}) - (${carrying('join lead l on l.workspace_id = k.workspace_id and l.id = k.lead_id and l.archived_at is not null')})`,
    change: `case when t.spread_kind is not null then jsonb_build_object('kind', t.spread_kind, 'done', least(t.spread_done, t.spread_total), 'total', t.spread_total) end`,
  },
});
