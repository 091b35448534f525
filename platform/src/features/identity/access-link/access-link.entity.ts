import { defineEntity, p, type Retention } from '#kernel';

/** A link that was mailed to a person: to choose another password, or to sign in. Only the SHA-256 of its code is kept. */
export const AccessLinkSchema = defineEntity({
  name: 'AccessLink',
  tableName: 'access_link',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    /** `password` or `sign-in`. */
    purpose: p.string().length(16),
    codeHash: p.string().length(64).unique(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
    usedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [{ properties: ['userId'] }],
});

/** The audit log keeps what became of it. */
export const accessLinkRetention: Retention = {
  table: 'access_link',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.expires_at < now() - interval '1 day'`,
  because: 'For a day an old link says that it is too old.',
};
