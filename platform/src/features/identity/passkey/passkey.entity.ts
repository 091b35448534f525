import { defineEntity, p, type Retention } from '#kernel';

/** A key pair on a device of a person, who unlocks it instead of typing a password (WebAuthn). Only its public half is here. */
export const PasskeySchema = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    /** The host name that it is good at: browsers offer it at no other. */
    host: p.string().length(255),
    name: p.string().length(80),
    /** As the device gave it, Base64url. */
    credentialId: p.string().length(1400).unique(),
    /** COSE, Base64url. */
    publicKey: p.text(),
    /** How often it was used, as far as the device counts; synchronized ones always say 0. */
    signCount: p.bigint('string').default('0'),
    /** How browsers reach it, such as `internal` or `usb`. */
    transports: p.array().columnType('text[]'),
    isSynced: p.boolean(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    lastUsedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    /** When its counter went back, the first time. */
    doubtedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
  },
  indexes: [{ properties: ['userId'] }],
});

/** What a device is asked to sign, once. Only the SHA-256 of the challenge is kept. */
export const PasskeyChallengeSchema = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenge',
  properties: {
    id: p.uuid().primary(),
    challengeHash: p.string().length(64).unique(),
    /** Who adds a passkey; null where somebody signs in, who is not known yet. */
    userId: p.uuid().nullable(),
    host: p.string().length(255),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
  },
});

/** It is deleted when it is answered. */
export const passkeyChallengeRetention: Retention = {
  table: 'passkey_challenge',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.expires_at < now()`,
  because: 'What nobody answers in time is good for nothing.',
};
