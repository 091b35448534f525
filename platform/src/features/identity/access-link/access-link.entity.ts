import { defineEntity, p, type Retention } from '#kernel';

/** A link that was mailed to a person: to choose another password, to sign in, to take another address, or the former one back, or to sign in with an account at a provider. Only the SHA-256 of its code is kept. */
export const AccessLinkSchema = defineEntity({
  name: 'AccessLink',
  tableName: 'access_link',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    /** `password`, `sign-in`, `email`, `email-back` or `identity`. */
    purpose: p.string().length(16),
    /** The address that the person has by it; null where they keep theirs. */
    email: p.string().length(254).nullable(),
    /** The account at a provider that it is about. */
    identityId: p.uuid().nullable(),
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
