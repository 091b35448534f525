import { defineEntity, p, tenantKey, tenantPolicies, type Changed, type Retention } from '#kernel';
import type { Moved } from './moved.rules.ts';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** A lead that became part of another one, and all that is needed to take that back. */
export const LeadMergeSchema = defineEntity({
  name: 'LeadMerge',
  tableName: 'lead_merge',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead_merge', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** The lead that stayed, and the one that became part of it. */
    leadId: p.uuid(),
    otherId: p.uuid(),
    /** What of the one that stayed was changed: `before` and `after`, by column. */
    changed: p.json<Changed>(),
    /** What pointed at the other one and came along. */
    moved: p.json<Moved>(),
    undoneAt: moment().nullable(),
    createdAt: moment().defaultRaw('now()'),
  },
  indexes: [{ properties: ['workspaceId', 'leadId'] }, { properties: ['workspaceId', 'otherId'] }],
});

/** Two leads that somebody told apart; the one with the lower id first. */
export const LeadDistinctSchema = defineEntity({
  name: 'LeadDistinct',
  tableName: 'lead_distinct',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead_distinct'),
  properties: {
    workspaceId: p.uuid().primary(),
    leadId: p.uuid().primary(),
    otherId: p.uuid().primary(),
  },
  indexes: [{ properties: ['workspaceId', 'otherId'] }],
});

/** A merge is found wrong within days. */
export const leadMergeRetention: Retention = {
  table: 'lead_merge',
  until: `t.created_at < now() - interval '30 days'`,
  because: 'A merge can be taken back for thirty days.',
};
