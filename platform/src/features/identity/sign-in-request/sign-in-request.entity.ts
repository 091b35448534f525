import { defineEntity, p, type Retention } from '#kernel';

/**
 * A browser that asks to be signed in by somebody who is signed in on a phone. It shows a code; what it is signed in by is another secret,
 * which it shows to nobody. It is deleted when it is taken.
 */
export const SignInRequestSchema = defineEntity({
  name: 'SignInRequest',
  tableName: 'sign_in_request',
  properties: {
    id: p.uuid().primary(),
    /** Of the secret that the browser keeps: SHA-256. */
    tokenHash: p.string().length(64).unique(),
    /** Of the code that it shows: HMAC-SHA-256 with a key of the installation. */
    codeHash: p.string().length(64).unique(),
    /** What it shows once somebody has opened the code, for them to type. */
    number: p.integer(),
    /** The host name of somebody's at which it asks; null for the installation's own. Nobody approves it elsewhere. */
    domainId: p.uuid().nullable(),
    ip: p.string().length(64),
    userAgent: p.string().length(300).nullable(),
    /** Who opened the code first, and by which sign-in; nobody else can approve it from then on. */
    userId: p.uuid().nullable(),
    sessionId: p.uuid().nullable(),
    approvedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    refusedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
  },
});

/** The audit log keeps what became of it. */
export const signInRequestRetention: Retention = {
  table: 'sign_in_request',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.expires_at < now()`,
  because: 'What nobody approves in time is good for nothing.',
};
