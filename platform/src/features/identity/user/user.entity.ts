import { defineEntity, p, timestamps } from '#kernel';

/** A person who can sign in. The table is not called "user": that is a word of SQL. */
export const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    /** Normalised: lower case, domain in ASCII. */
    email: p.string().length(254).unique(),
    name: p.string().length(120),
    /** The language that they read in; null for that of where they are. */
    locale: p.string().length(8).nullable(),
    /** Their clock, an IANA time zone; null for that of where they are. */
    timeZone: p.string().length(64).nullable(),
    /** argon2id in PHC form. */
    passwordHash: p.string().length(255).nullable(),
    /** The terms that they accepted when they signed up, and when; null where they did not sign up by themselves, or without any. */
    termsUrl: p.string().length(2048).nullable(),
    termsVersion: p.string().length(60).nullable(),
    termsAcceptedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    lastSeenAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
});
