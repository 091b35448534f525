import { defineEntity, p, type Retention } from '#kernel';

/** A widget as a page of ours, opened once by a link that the host's server asked for. */
export const HostedPageSchema = defineEntity({
  name: 'HostedPage',
  tableName: 'hosted_page',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    workspaceId: p.uuid(),
    externalId: p.string().length(200),
    userName: p.string().length(200),
    userEmail: p.string().length(254).nullable(),
    widgets: p.json<Record<string, { permissions?: string[] }>>(),
    permissions: p.array().columnType('text[]'),
    /** The widget that fills the page. */
    widget: p.string().length(64),
    place: p.string().length(200).nullable(),
    /** Origins of pages that may frame it. */
    frameOrigins: p.array().columnType('text[]'),
    returnUrl: p.string().length(2048).nullable(),
    /** The code that opens the page, or renews its session, next. */
    codeHash: p.string().length(64),
    codeExpiresAt: p.datetime(3).columnType('timestamptz(3)'),
    /** Codes that were used. Seeing one again means that somebody else has it. */
    spentHashes: p.array().columnType('text[]').defaultRaw("'{}'"),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    endsAt: p.datetime(3).columnType('timestamptz(3)'),
    revokedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [{ properties: ['workspaceId'] }, { properties: ['endsAt'] }],
});

/** The page's code goes with it. */
export const hostedPageRetention: Retention = {
  table: 'hosted_page',
  key: ['id'],
  login: 'runtime',
  until: `t.ends_at < now() - interval '1 day'`,
  because: 'For a day after its end its address says that it has ended, and that its code was spent.',
};
