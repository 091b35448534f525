import { defineEntity, p } from '#kernel';

/** A server's credential. Only the SHA-256 of the secret is kept. */
export const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    /** The one workspace the key is limited to; null for the organization's whole branch. */
    workspaceId: p.uuid().nullable(),
    name: p.string().length(120),
    hint: p.string().length(8),
    secretHash: p.string().length(64).unique(),
    /** When the secret was made; null for the one that the key began with. */
    rotatedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    /** The secret before, as long as it works beside the present one. */
    previousHash: p.string().length(64).unique().nullable(),
    previousHint: p.string().length(8).nullable(),
    previousUntil: p.datetime(3).columnType('timestamptz(3)').nullable(),
    permissions: p.array().columnType('text[]'),
    /** Networks it may be used from; empty for anywhere. */
    networks: p.array().columnType('text[]').defaultRaw("'{}'"),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    lastUsedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    lastUsedFrom: p.string().length(64).nullable(),
    expiresAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    revokedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [{ properties: ['organizationId'] }],
});
