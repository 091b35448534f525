import { defineEntity, p, tenantKey, tenantPolicies, type Retention } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');
/** Words are compared by their bytes, whatever the language of the database, so that those with one beginning lie together. */
const word = () => p.string().length(64).collation('C');
const noun = () => p.string().length(16);
const words = () => p.array().columnType('text[]');

/**
 * Where each word stands: read off the key from its end, the weightiest and newest records first. Comparing words gives nothing away of
 * rows that a policy hides, so the key is used under policies, too.
 */
export const SearchPostingSchema = defineEntity({
  name: 'SearchPosting',
  tableName: 'search_posting',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('search_posting'),
  properties: {
    workspaceId: p.uuid().primary(),
    noun: noun().primary(),
    word: word().primary(),
    /** 3 in a name, 2 in a fact, 1 in a text: the weightiest place in which the record says it. */
    weight: p.smallint().primary(),
    recordId: p.uuid().primary(),
  },
});

/** The words of each record, by how much they weigh; a word stands in the weightiest list alone. */
export const SearchDocumentSchema = defineEntity({
  name: 'SearchDocument',
  tableName: 'search_document',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('search_document'),
  properties: {
    workspaceId: p.uuid().primary(),
    noun: noun().primary(),
    recordId: p.uuid().primary(),
    names: words(),
    facts: words(),
    texts: words(),
  },
});

/** Every word that some record of a noun says, and how many do: what a beginning or a misspelt word may mean. */
export const SearchWordSchema = defineEntity({
  name: 'SearchWord',
  tableName: 'search_word',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('search_word'),
  properties: {
    workspaceId: p.uuid().primary(),
    noun: noun().primary(),
    word: word().primary(),
    records: p.integer(),
    /** Its letters from the end: words with one ending lie together. Null of words with digits, which are no misspellings of others. */
    reversed: word().nullable(),
  },
  indexes: [
    {
      name: 'search_word_reversed',
      expression:
        'create index "search_word_reversed" on "search_word" ("workspace_id", "noun", "reversed") include ("word") where reversed is not null',
    },
    {
      name: 'search_word_lettered',
      expression:
        'create index "search_word_lettered" on "search_word" ("workspace_id", "noun", "word") where reversed is not null',
    },
  ],
});

/** Records of which something has changed, some at a time: written by the database with every change (`search-triggers.ts`). */
export const SearchChangeSchema = defineEntity({
  name: 'SearchChange',
  tableName: 'search_change',
  rowLevelSecurity: 'force',
  // Retention deletes records as the maintenance login, and the sweep looks across workspaces.
  policies: tenantPolicies('search_change', ['select', 'insert']),
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    noun: noun(),
    recordIds: p.array().columnType('uuid[]'),
  },
});

/** How far the index of a workspace is; a workspace without a row is built. */
export const SearchStateSchema = defineEntity({
  name: 'SearchState',
  tableName: 'search_state',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('search_state', ['select']),
  properties: {
    workspaceId: p.uuid().primary(),
    /** waiting, building, ready */
    state: p.string().length(16).default('waiting'),
    /** Records that the last building goes through. */
    total: p.integer().default(0),
    builtAt: moment().nullable(),
  },
});

/** What somebody searched for lately: one row for each text, as often as it was asked. */
export const RecentSearchSchema = defineEntity({
  name: 'RecentSearch',
  tableName: 'recent_search',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('recent_search', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** Who searched, as `callerOf` says it. */
    owner: p.string().length(300),
    text: p.string().length(200),
    /** The text as it is compared. */
    folded: p.string().length(800),
    /** Hits of the last time. */
    hits: p.integer(),
    times: p.integer().default(1),
    at: moment().defaultRaw('now()'),
  },
  uniques: [{ properties: ['workspaceId', 'owner', 'folded'] }],
  indexes: [
    { properties: ['workspaceId', 'owner', 'at'] },
    {
      name: 'recent_search_missed',
      expression: 'create index "recent_search_missed" on "recent_search" ("workspace_id", "at") where hits = 0',
    },
  ],
});

/** What people looked for is theirs, and of no use for long. */
export const recentSearchRetention: Retention = {
  table: 'recent_search',
  until: `t.at < now() - interval '90 days'`,
  because: 'What somebody searched for is offered again, and what found nothing reported, for ninety days.',
};

/** A search that somebody keeps, for themselves or for all. */
export const SavedSearchSchema = defineEntity({
  name: 'SavedSearch',
  tableName: 'saved_search',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('saved_search'),
  properties: {
    ...tenantKey(),
    /** Who saved it, as `callerOf` says it. */
    owner: p.string().length(300),
    name: p.string().length(80),
    text: p.string().length(200),
    /** The noun that it is limited to. */
    noun: p.string().length(16).nullable(),
    shared: p.boolean().default(false),
    createdAt: moment().defaultRaw('now()'),
  },
  indexes: [{ properties: ['workspaceId', 'createdAt', 'id'] }],
});
