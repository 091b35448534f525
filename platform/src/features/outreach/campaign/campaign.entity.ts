import { campaignNoun } from '@tabard/contract';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantKey, tenantPolicies, type RowOf } from '#kernel';

/** An audience, a sequence, mailboxes and a schedule. */
export const CampaignSchema = tableOf(campaignNoun, {
  // The finisher and the sweeper look across workspaces for those that have work.
  maintenance: ['select'],
  columns: {
    /** filter and leadIds, with UUIDs; up to 10,000 of them, so a list leaves it out. */
    audience: p.json().defaultRaw("'{}'::jsonb"),
    /** Grows with every change of state or steps; what was claimed under an older one is asked again at the gate. */
    epoch: p.integer().default(0),
    /** Leads enrolled so far. */
    leadCount: p.integer().default(0),
  },
  indexes: listIndexes(campaignNoun),
});

/** Where campaigns are kept. */
export const campaigns = storeOf(campaignNoun, CampaignSchema, { alias: 'c' });

/** A campaign as SQL gives it. */
export type CampaignRow = RowOf<(typeof campaignNoun)['fields']>;

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
