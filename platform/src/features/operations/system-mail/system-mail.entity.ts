import { defineEntity, p, tenantKey, tenantPolicies, type Retention } from '#kernel';

/**
 * A mail that the platform itself sends to a person, for an organization or a workspace; `workspaceId` is the organization's id where it
 * is not for one workspace. What it says is sealed while it waits, for it may hold a link, and erased once it is sent or given up.
 */
export const SystemMailSchema = defineEntity({
  name: 'SystemMail',
  tableName: 'system_mail',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('system_mail', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    organizationId: p.uuid(),
    kind: p.string().length(32),
    /** What it is about, such as an invitation. */
    subjectId: p.uuid(),
    recipient: p.string().length(254),
    /** The same on each try, so that a mail that arrived twice is shown once. */
    messageId: p.string().length(200),
    /** `waiting`, `sent` or `failed`. */
    state: p.string().length(16).default('waiting'),
    content: p.text().nullable(),
    attempts: p.integer().default(0),
    /** Of the last try, in words for whoever waits for the mail. */
    problem: p.string().length(500).nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    nextTryAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()').nullable(),
    endedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [
    { properties: ['workspaceId', 'subjectId'] },
    {
      name: 'system_mail_due',
      expression: `create index "system_mail_due" on "system_mail" ("next_try_at") where "next_try_at" is not null`,
    },
  ],
});

/** For whoever asks whether somebody was written to. */
export const systemMailRetention: Retention = {
  table: 'system_mail',
  until: `t.ended_at < now() - interval '30 days'`,
  because: 'For a month one can see whether a person was written to, and why not.',
};
