import { defineEntity, p, tenantPolicies } from '#kernel';

/** Each further address and number of each lead, where an index answers for it; kept by a trigger (`lead-functions.ts`). */
export const LeadReachSchema = defineEntity({
  name: 'LeadReach',
  tableName: 'lead_reach',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead_reach'),
  properties: {
    workspaceId: p.uuid().primary(),
    /** `email` or `phone`. */
    kind: p.string().length(8).primary(),
    value: p.string().length(254).primary(),
    leadId: p.uuid().primary(),
  },
  indexes: [{ properties: ['workspaceId', 'leadId'] }],
});
