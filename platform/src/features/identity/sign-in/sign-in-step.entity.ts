import { defineEntity, p, type Retention } from '#kernel';

/** A sign-in that is half done: who it is is known, and something is still asked. Only the SHA-256 of its token is kept. */
export const SignInStepSchema = defineEntity({
  name: 'SignInStep',
  tableName: 'sign_in_step',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    tokenHash: p.string().length(64).unique(),
    /** What is asked: `code`, `set-up` or `workspace`. */
    ask: p.string().length(16),
    /** Where it leads, if that is known. */
    workspaceId: p.uuid().nullable(),
    /** The passkey that was unlocked in place of a password and a code. */
    passkeyId: p.uuid().nullable(),
    /** The account at a provider that was shown in place of a password. */
    identityId: p.uuid().nullable(),
    /** The sign-in on another device that approved it. */
    approvedBy: p.uuid().nullable(),
    /** Codes that were tried. */
    tries: p.integer().default(0),
    /** When what is known of the person was shown, the last time. */
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
  },
});

/** It is deleted when it is done. */
export const signInStepRetention: Retention = {
  table: 'sign_in_step',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.expires_at < now()`,
  because: 'A sign-in that nobody finishes is of no use.',
};
