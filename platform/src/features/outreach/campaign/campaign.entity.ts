import { defineEntity, p, tenantKey, tenantPolicies, timestamps } from '#kernel';

/** An audience, a sequence, mailboxes and a schedule. */
export const CampaignSchema = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('campaign', ['select']),
  properties: {
    ...tenantKey(),
    name: p.string().length(120),
    /** draft, running, paused, completed, archived */
    state: p.string().length(16).default('draft'),
    /** timeZone, days, from, until */
    schedule: p.json<{ timeZone: string; days: number[]; from: string; until: string }>(),
    /** filter and leadIds, with UUIDs */
    audience: p.json<{ filter?: Record<string, unknown>; leadIds?: string[] }>().defaultRaw("'{}'::jsonb"),
    mailboxIds: p.array().columnType('uuid[]').defaultRaw("'{}'"),
    stopOnReply: p.boolean().default(true),
    trackOpens: p.boolean().default(true),
    trackClicks: p.boolean().default(true),
    /** Grows with every change of state or steps; what was claimed under an older one is asked again at the gate. */
    epoch: p.integer().default(0),
    /** Leads enrolled so far. */
    leadCount: p.integer().default(0),
    launchedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    completedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
});

/** One mail of a campaign's sequence. */
export const StepSchema = defineEntity({
  name: 'Step',
  tableName: 'step',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('step'),
  properties: {
    ...tenantKey(),
    campaignId: p.uuid(),
    /** From 1 on, without gaps. */
    position: p.integer(),
    delayAmount: p.integer(),
    /** minutes, hours, days */
    delayUnit: p.string().length(8),
    subject: p.string().length(500),
    body: p.text(),
    /** When its first mail was planned: from then on its place in the sequence is fixed. */
    startedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [{ properties: ['workspaceId', 'campaignId', 'position'] }],
});
