import { defineEntity, p, type Retention } from '#kernel';

/** Somebody who was asked to become a member, by the links of it: only their SHA-256 is kept. */
export const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    /** Null for an organization with all below it. */
    workspaceId: p.uuid().nullable(),
    /** Normalised as a user's. */
    email: p.string().length(254),
    /** A built-in role; `client` where `roleId` says which one that was made. */
    role: p.string().length(32),
    roleId: p.uuid().nullable(),
    /** Of every link that is good, the newest first. */
    tokenHashes: p.array().columnType('text[]'),
    /** The name of whoever invited; empty when a key did. */
    invitedBy: p.string().length(200),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
    acceptedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    revokedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [
    { properties: ['organizationId'] },
    {
      name: 'invitation_token_hashes',
      expression: 'create index "invitation_token_hashes" on "invitation" using gin ("token_hashes")',
    },
    {
      // Inviting again renews.
      name: 'invitation_open',
      expression: `create unique index "invitation_open" on "invitation" ("organization_id", "workspace_id", "email") nulls not distinct where "accepted_at" is null and "revoked_at" is null`,
    },
  ],
});

/** The audit log keeps that somebody was invited. */
export const invitationRetention: Retention = {
  table: 'invitation',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `greatest(t.expires_at, t.accepted_at, t.revoked_at) < now() - interval '90 days'`,
  because: 'For three months an old link says what became of it, and the list shows whom one could invite again.',
};
