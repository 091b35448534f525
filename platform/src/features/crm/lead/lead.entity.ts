import { leadNoun } from '@tabard/contract';
import { tagsOfWords } from '#features/crm/tag';
import { relatedToLeads } from './lead-relations.ts';
import { ownFiltersOf } from './own-filters.ts';
import { orEmpty, orStandIn, p, storeOf, tableOf, whereOf, type Related, type RowOf } from '#kernel';

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
      // Archived ones, too: a company that is deleted or merged takes hold of all of them.
      name: 'lead_of_company',
      expression: `create index "lead_of_company" on "lead" ("workspace_id", "company_id", "created_at", "id") include ("archived_at") where company_id is not null`,
    },
    {
      name: 'lead_by_owner_id',
      expression: `create index "lead_by_owner_id" on "lead" ("workspace_id", ${orStandIn('owner_id', 'reference')}, "id") include ("owner_id") where archived_at is null`,
    },
    {
      name: 'lead_by_score',
      expression: `create index "lead_by_score" on "lead" ("workspace_id", ${orStandIn('score', 'integer')}, "id") include ("score") where archived_at is null`,
    },
    {
      name: 'lead_by_phone',
      expression:
        'create index "lead_by_phone" on "lead" ("workspace_id", "phone_normal", "id") where archived_at is null and phone_normal is not null',
    },
    {
      name: 'lead_by_last_name',
      expression: `create index "lead_by_last_name" on "lead" ("workspace_id", ${orEmpty('last_name')}, "id") include ("last_name") where archived_at is null`,
    },
  ],
});

const told = (moment: string): string => `to_char(k.${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What became of the mails to a lead, as it is shown. */
const mailFigures = `coalesce((
  select jsonb_build_object('sent', k.sent, 'opened', k.opened, 'clicked', k.clicked, 'replied', k.replied,
                            'lastContactedAt', ${told('contacted_at')}, 'lastRepliedAt', ${told('replied_at')})
    from lead_contact k where k.workspace_id = l.workspace_id and k.lead_id = l.id),
  '{"sent":0,"opened":0,"clicked":0,"replied":0,"lastContactedAt":null,"lastRepliedAt":null}'::jsonb)`;

/** Where leads are kept. */
export const leads = storeOf(leadNoun, LeadSchema, {
  alias: 'l',
  related: relatedToLeads,
  linked: {
    tags: {
      sql: 'l.id',
      from: 'lead_tag k where k.workspace_id = $1',
      owner: 'k.lead_id',
      value: 'k.tag_id',
      idsOf: tagsOfWords,
    },
    lists: {
      sql: 'l.id',
      from: 'list_member k where k.workspace_id = $1',
      owner: 'k.lead_id',
      value: 'k.list_id',
    },
  },
  computed: {
    ownerName: 'select u.name from member m join app_user u on u.id = m.user_id where m.id = l.owner_id',
    mails: mailFigures,
    lists: `array(select m.list_id from list_member m where m.workspace_id = l.workspace_id and m.lead_id = l.id order by m.list_id)`,
  },
  custom: (scope, where, values): Promise<Related> | undefined =>
    ownFiltersOf(scope, { where, values }, (other, pushed): Promise<string> =>
      whereOf(leads, scope, other, pushed, { without: ['segments'] }),
    ),
  searched: 'l.search_text',
  conflicts: { lead_live_email: 'lead.email_taken' },
});

/** A lead as SQL gives it. */
export type LeadRow = RowOf<(typeof leadNoun)['fields']>;
