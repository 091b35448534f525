import { defineEntity, p, type Retention } from '#kernel';

/** An account at a provider by which a person signs in, known by issuer and subject: addresses are given to others in time. */
export const UserIdentitySchema = defineEntity({
  name: 'UserIdentity',
  tableName: 'user_identity',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    issuer: p.string().length(500),
    subject: p.string().length(255),
    /** `oidc`, `google`, `linkedin` or `microsoft`. */
    kind: p.string().length(16),
    /** The organization's provider by which it was used the last time; null for one of the installation's own. */
    providerId: p.uuid().nullable(),
    /** What the provider is called, and the address that it said, to be shown. */
    name: p.string().length(80),
    email: p.string().length(254).nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    /** Since when it signs its person in; null while they are asked by mail. */
    confirmedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    lastUsedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  uniques: [{ properties: ['issuer', 'subject'] }],
  indexes: [{ properties: ['userId'] }],
});

/** What a person confirmed stays until they remove it. */
export const userIdentityRetention: Retention = {
  table: 'user_identity',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.confirmed_at is null and t.created_at < now() - interval '1 day'`,
  because: 'What nobody confirms by the link in time signs nobody in.',
};
