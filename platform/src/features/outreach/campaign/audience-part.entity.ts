import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

/**
 * Some leads of the audience that a launch has fixed and that are not enrolled yet. It goes in the transaction that enrolls them,
 * so what is left here is what a launch still has to do.
 */
export const AudiencePartSchema = defineEntity({
  name: 'AudiencePart',
  tableName: 'audience_part',
  rowLevelSecurity: 'force',
  // The finisher asks across workspaces whether a campaign is through.
  policies: tenantPolicies('audience_part', ['select']),
  properties: {
    ...tenantKey(),
    campaignId: p.uuid(),
    /** From 0 on: the order in which they are enrolled. */
    position: p.integer(),
    leadIds: p.array().columnType('uuid[]'),
    /** How many those are, so that progress is told without reading them. */
    leadCount: p.integer(),
    /** When they were chosen: the delay before the first mail counts from here. */
    fixedAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [{ properties: ['workspaceId', 'campaignId', 'position'] }],
});
