import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/**
 * Some mails of one mailbox that a worker has taken and that pass the gate together; its id is their fence. What changes on their way
 * stands here once, not in each mail. It goes when the outcome of the last of them is written.
 */
export const ClaimSchema = defineEntity({
  name: 'Claim',
  tableName: 'claim',
  rowLevelSecurity: 'force',
  // The sweeper looks for expired leases across workspaces.
  policies: tenantPolicies('claim', ['select']),
  properties: {
    ...tenantKey(),
    mailboxId: p.uuid(),
    deliveryIds: p.array().columnType('uuid[]'),
    /** Those that the gate let through to `DATA`. Any other has sent nothing for certain; of these nobody knows until the reply. */
    opened: p.array().columnType('uuid[]').defaultRaw(`'{}'`),
    /** When the gate last let one through. */
    openedAt: moment().nullable(),
    leaseUntil: moment(),
  },
  indexes: [{ properties: ['leaseUntil'] }, { properties: ['workspaceId', 'mailboxId'] }],
});
