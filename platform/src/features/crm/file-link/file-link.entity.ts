import { authorColumns } from '#features/crm/record-subject';
import { defineEntity, p, tenantKey, tenantPolicies, type Retention } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** An address by which somebody outside gets a file. Only what is made of its secret is kept. */
export const FileLinkSchema = defineEntity({
  name: 'FileLink',
  tableName: 'file_link',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('file_link', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    fileId: p.uuid(),
    secretHash: p.string().length(64),
    expiresAt: moment(),
    revokedAt: moment().nullable(),
    opened: p.integer().default(0),
    lastOpenedAt: moment().nullable(),
    ...authorColumns,
    createdAt: moment().defaultRaw('now()'),
  },
  uniques: [{ name: 'file_link_secret', properties: ['workspaceId', 'secretHash'] }],
  indexes: [{ properties: ['workspaceId', 'fileId'] }],
});

/** How often a link was used can be looked up for a while after its end. */
export const fileLinkRetention: Retention = {
  table: 'file_link',
  until: `least(t.expires_at, t.revoked_at) < now() - interval '90 days'`,
  because: 'How often a link was used can be looked up for ninety days after its end.',
};
