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
    /** argon2id in PHC form. */
    passwordHash: p.string().length(255).nullable(),
    lastSeenAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
});
