import { mailEventWords } from '@tabard/contract/crm/lead-relations';
import { defineEntity, p, tenantKey, tenantPolicies, type MonthlyTable } from '#kernel';

/** What can become of a mail; the words of the counts too. */
export const mailEventTypes = mailEventWords;
export type MailEventType = (typeof mailEventTypes)[number];

/** Raw events; the counts stay for good. */
export const mailEventMonths: MonthlyTable = { table: 'mail_event', kept: 24 };

/** One thing that became of a mail. */
export const MailEventSchema = defineEntity({
  name: 'MailEvent',
  tableName: 'mail_event',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('mail_event'),
  properties: {
    ...tenantKey(),
    /** The month of its mail, or its own when it has none: so the first of a mail is looked for in one partition. */
    month: p.date().primary(),
    type: p.string().length(16),
    deliveryId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    stepId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    /** The address of a clicked link, or the reason of a bounce. */
    detail: p.text().nullable(),
    at: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    /** The workspace's local day at that time, kept: a later change of the time zone moves no count. */
    day: p.date(),
    /** Whether it is the first of its type for its mail; an event of no mail is its own first. */
    first: p.boolean(),
  },
  indexes: [
    {
      // Two processes that see the same mail opened at once cannot both have seen it first.
      name: 'mail_event_first',
      expression:
        'create unique index "mail_event_first" on "mail_event" ("workspace_id", "delivery_id", "type", "month") where "first"',
    },
    {
      // What a person did; what was sent to them, their deliveries tell.
      name: 'mail_event_lead',
      expression:
        'create index "mail_event_lead" on "mail_event" ("workspace_id", "lead_id", "at") where "type" <> \'sent\'',
    },
  ],
});

/**
 * Counts per local day, campaign and step, written in the same statement as the events. `total` counts every event, `firsts`
 * the first one of its type for a mail: rates use `firsts`.
 */
export const MailRollupSchema = defineEntity({
  name: 'MailRollup',
  tableName: 'mail_rollup',
  rowLevelSecurity: 'force',
  // An agency adds up what all its workspaces did.
  policies: tenantPolicies('mail_rollup', ['select']),
  properties: {
    workspaceId: p.uuid().primary(),
    day: p.date().primary(),
    /** The workspace's own id where a mail belongs to no campaign. */
    campaignId: p.uuid().primary(),
    stepId: p.uuid().primary(),
    type: p.string().length(16).primary(),
    total: p.integer().default(0),
    firsts: p.integer().default(0),
  },
  // For all days of one campaign; the counts are in no index, so counting up rewrites none.
  indexes: [{ properties: ['workspaceId', 'campaignId'] }],
});
