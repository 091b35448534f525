import { leadNoun } from '@tabard/contract';
import { relatedToLeads } from './lead-relations.ts';
import { ownFiltersOf } from './own-filters.ts';
import { orEmpty, p, storeOf, tableOf, whereOf, type Related, type RowOf } from '#kernel';

/** A person to reach. One live lead per address (in its one form: lower case, domain in ASCII); archived ones do not count. */
export const LeadSchema = tableOf(leadNoun, {
  columns: {
    /** What a search looks at, folded by the database. */
    searchText: p
      .text()
      .nullable()
      .generated(
        `(fold_text("email" || ' ' || coalesce("first_name", '') || ' ' || coalesce("last_name", '') || ' ' || coalesce("company", ''))) stored`,
      ),
  },
  indexes: [
    {
      name: 'lead_live_email',
      expression:
        'create unique index "lead_live_email" on "lead" ("workspace_id", "email") include ("id") where archived_at is null',
    },
    {
      name: 'lead_newest',
      expression: 'create index "lead_newest" on "lead" ("workspace_id", "created_at", "id") where archived_at is null',
    },
    {
      // Few are archived; without it their list would look through all that are not.
      name: 'lead_archived',
      expression:
        'create index "lead_archived" on "lead" ("workspace_id", "created_at", "id") where archived_at is not null',
    },
    {
      // Few are known by an address with a tag (ana+work@); who answers without it is looked for among these.
      name: 'lead_tagged',
      expression: `create index "lead_tagged" on "lead" ("workspace_id", "email") where archived_at is null and email like '%+%'`,
    },
    // In the spelling of the list's orders, so that a page is read off the index instead of sorting the workspace. Each order's index
    // holds all that a jump into the middle of the list asks, so that what lies before is counted without looking at a row. Statistics of
    // the same spelling (migration 0141) tell how rare a company is.
    {
      name: 'lead_by_company',
      expression: `create index "lead_by_company" on "lead" ("workspace_id", ${orEmpty('company')}, "id") include ("company") where archived_at is null`,
    },
    {
      name: 'lead_by_last_name',
      expression: `create index "lead_by_last_name" on "lead" ("workspace_id", ${orEmpty('last_name')}, "id") include ("last_name") where archived_at is null`,
    },
  ],
});

/** Where leads are kept. */
export const leads = storeOf(leadNoun, LeadSchema, {
  alias: 'l',
  related: relatedToLeads,
  custom: (scope, where, values): Promise<Related> | undefined =>
    ownFiltersOf(scope, { where, values }, (other, pushed): Promise<string> =>
      whereOf(leads, scope, other, pushed, { without: ['segments'] }),
    ),
  searched: 'l.search_text',
  conflicts: { lead_live_email: 'lead.email_taken' },
});

/** A lead as SQL gives it. */
export type LeadRow = RowOf<(typeof leadNoun)['fields']>;
