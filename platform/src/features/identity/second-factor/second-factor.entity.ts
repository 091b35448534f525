import { defineEntity, p, type Retention } from '#kernel';

/** The app that a person proves with that it is them (RFC 6238), beside their password. */
export const SecondFactorSchema = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    userId: p.uuid().primary(),
    /** Sealed; null until its first code was given. */
    secret: p.text().nullable(),
    /** Sealed: of an app that is being set up, and its first code waited for. */
    pendingSecret: p.text().nullable(),
    /** The half minute of the last code that was accepted: no code is accepted twice. */
    lastStep: p.bigint('string').default('0'),
    turnedOnAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});

/** What helps whoever has lost the device: each is good once. */
export const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    /** HMAC-SHA-256 with a key of the installation. */
    codeHash: p.string().length(64).unique(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    usedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [{ properties: ['userId'] }],
});

/** The audit log keeps that it was used. */
export const recoveryCodeRetention: Retention = {
  table: 'recovery_code',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.used_at < now() - interval '30 days'`,
  because: 'A used code is good for nothing; the audit log keeps that it was used.',
};
