import { defineEntity, p, type Retention } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** Somebody who wants an account and has not shown yet that the address is theirs. Nobody is a person of ours by it. */
export const SignUpSchema = defineEntity({
  name: 'SignUp',
  tableName: 'sign_up',
  properties: {
    id: p.uuid().primary(),
    /** The organization below which their workspace is to be. */
    organizationId: p.uuid(),
    /** Normalised. */
    email: p.string().length(254),
    name: p.string().length(120),
    /** argon2id in PHC form; null for who has an account already, and once it was used. */
    passwordHash: p.string().length(255).nullable(),
    /** SHA-256 of the code of the link; null for who has an account already. */
    codeHash: p.string().length(64).nullable().unique(),
    /** The terms that they accepted. */
    termsUrl: p.string().length(2048).nullable(),
    termsVersion: p.string().length(60).nullable(),
    /** Passwords that were wrong. */
    tries: p.integer().default(0),
    createdAt: moment().defaultRaw('now()'),
    expiresAt: moment(),
    usedAt: moment().nullable(),
  },
  indexes: [{ properties: ['email'] }, { properties: ['organizationId'] }],
});

/** The audit log keeps that somebody came. */
export const signUpRetention: Retention = {
  table: 'sign_up',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.created_at < now() - interval '3 days'`,
  because: 'For three days an old link says that it is too old; what nobody finished is forgotten then.',
};
