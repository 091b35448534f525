import { defineEntity, p, tenantKey, tenantPolicies, timestamps } from '#kernel';

/** A person to reach. One live lead per address; archived ones do not count. */
export const LeadSchema = defineEntity({
  name: 'Lead',
  tableName: 'lead',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead'),
  properties: {
    ...tenantKey(),
    /** Normalised: lower case, domain in ASCII. */
    email: p.string().length(254),
    firstName: p.string().length(100).nullable(),
    lastName: p.string().length(100).nullable(),
    company: p.string().length(200).nullable(),
    title: p.string().length(200).nullable(),
    phone: p.string().length(50).nullable(),
    city: p.string().length(100).nullable(),
    country: p.string().length(100).nullable(),
    website: p.string().length(300).nullable(),
    timeZone: p.string().length(64).nullable(),
    tags: p.array().columnType('text[]').defaultRaw("'{}'"),
    custom: p.json<Record<string, string>>().defaultRaw("'{}'::jsonb"),
    /** new, active, replied, bounced, unsubscribed */
    status: p.string().length(16).default('new'),
    /** manual, api, import */
    source: p.string().length(16).default('manual'),
    importId: p.uuid().nullable(),
    archivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
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
    // holds all that a jump into the middle of the list asks, so that what lies before is counted without looking at a row.
    {
      name: 'lead_company',
      expression: `create index "lead_company" on "lead" ("workspace_id", (coalesce(company, '')), "id") include ("company") where archived_at is null`,
    },
    {
      name: 'lead_last_name',
      expression: `create index "lead_last_name" on "lead" ("workspace_id", (coalesce(last_name, '')), "id") include ("last_name") where archived_at is null`,
    },
  ],
});
