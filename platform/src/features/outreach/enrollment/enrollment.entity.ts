import { defineEntity, p, tenantKey, tenantPolicies, timestamps } from '#kernel';

/** One lead in one campaign. */
export const EnrollmentSchema = defineEntity({
  name: 'Enrollment',
  tableName: 'enrollment',
  rowLevelSecurity: 'force',
  // The sweeper looks for due steps across workspaces.
  policies: tenantPolicies('enrollment', ['select']),
  properties: {
    ...tenantKey(),
    campaignId: p.uuid(),
    leadId: p.uuid(),
    /** The mailbox that all mails to this lead come from. */
    mailboxId: p.uuid(),
    /** active, paused, completed, replied, bounced, unsubscribed, suppressed, stopped, failed */
    state: p.string().length(16).default('active'),
    /** Who holds a paused one: `person`, `question` (also when empty), or `both`. Each gives back only its own. */
    pausedBy: p.string().length(8).nullable(),
    stepsSent: p.integer().default(0),
    /** When the next step is to be planned, once a pause is over; null while a delivery is open or when nothing follows. */
    nextStepAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
  checks: [{ name: 'enrollment_goes_on', expression: `next_step_at is null or state in ('active', 'paused')` }],
  uniques: [{ properties: ['workspaceId', 'campaignId', 'leadId'] }],
  indexes: [
    { properties: ['workspaceId', 'leadId'] },
    {
      // A mailbox queue asks each running campaign for what is due, so a paused one never stands in its way. It knows nothing of the state:
      // writing that the last mail was accepted touches no index.
      name: 'enrollment_due',
      expression: `create index "enrollment_due" on "enrollment" ("workspace_id", "campaign_id", "mailbox_id", "next_step_at") where next_step_at is not null`,
    },
  ],
});
