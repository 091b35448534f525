import { defineEntity, p, type Retention } from '#kernel';

/** A person's sign-in. Only the SHA-256 of the token is kept. */
export const UserSessionSchema = defineEntity({
  name: 'UserSession',
  tableName: 'user_session',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    tokenHash: p.string().length(64).unique(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    lastSeenAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
    endedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    /** Where it began, and with which program, as far as that said. */
    ip: p.string().length(64).nullable(),
    userAgent: p.string().length(300).nullable(),
    /** It ends when nobody has used it for so long; null for never. */
    idleMinutes: p.integer().nullable(),
    /** The host name of an organization or a workspace that it is good under; null for the installation's own names. */
    domainId: p.uuid().nullable(),
    /** The passkey that opened it; null where it was opened otherwise. */
    passkeyId: p.uuid().nullable(),
    /** The account at a provider that opened it; null where it was opened otherwise. */
    identityId: p.uuid().nullable(),
    /** The sign-in on another device that approved it. */
    approvedBy: p.uuid().nullable(),
    /** When the person last showed that it is them. */
    confirmedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [{ properties: ['userId'] }],
});

/** The audit log keeps that there was a session. */
export const userSessionRetention: Retention = {
  table: 'user_session',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `least(t.expires_at, t.ended_at) < now() - interval '1 day'`,
  because: 'For a day after its end a page with the old token is told that it ended.',
};
