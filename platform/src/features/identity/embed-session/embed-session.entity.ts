import { defineEntity, p, type Retention } from '#kernel';

/** A page's short-lived credential: one workspace, the host's own user, some widgets, some origins. */
export const EmbedSessionSchema = defineEntity({
  name: 'EmbedSession',
  tableName: 'embed_session',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    workspaceId: p.uuid(),
    secretHash: p.string().length(64).unique(),
    externalId: p.string().length(200),
    userName: p.string().length(200),
    userEmail: p.string().length(254).nullable(),
    /** Widget name to its grant, as the host gave it. */
    widgets: p.json<Record<string, { permissions?: string[] }>>(),
    /** The hosted page that it was made for, if a host's server did not ask for it. */
    hostedPageId: p.uuid().nullable(),
    /** The sign-in of a person that it was made for; it ends with it. */
    userSessionId: p.uuid().nullable(),
    /** What that person was, and where, when it was made; it ends when that changes. */
    memberships: p.text().nullable(),
    /** The union of what the widgets may do. */
    permissions: p.array().columnType('text[]'),
    origins: p.array().columnType('text[]'),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
    revokedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [
    { properties: ['workspaceId'] },
    {
      name: 'embed_session_origins',
      expression: 'create index "embed_session_origins" on "embed_session" using gin ("origins")',
    },
  ],
});

/** A page with an old token is told to renew it. */
export const embedSessionRetention: Retention = {
  table: 'embed_session',
  key: ['id'],
  login: 'runtime',
  until: `t.expires_at < now() - interval '1 day'`,
  because: 'For a day after its end a page with the old token is told to renew it.',
};
