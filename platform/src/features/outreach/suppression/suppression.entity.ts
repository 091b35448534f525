import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

/** An address that is not contacted. The keyed hash survives erasure and holds for every spelling of the address. */
export const SuppressionSchema = defineEntity({
  name: 'Suppression',
  tableName: 'suppression',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('suppression'),
  properties: {
    ...tenantKey(),
    /** HMAC-SHA256 of the canonical address, keyed per installation and workspace, in hex. */
    addressHash: p.string().length(64),
    email: p.string().length(254).nullable(),
    /** unsubscribe, bounce, complaint, manual, reply */
    reason: p.string().length(16),
    campaignId: p.uuid().nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  uniques: [{ properties: ['workspaceId', 'addressHash'] }],
  indexes: [{ name: 'suppression_newest', properties: ['workspaceId', 'createdAt', 'id'] }],
});
