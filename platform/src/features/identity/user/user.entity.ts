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
    ...timestamps(),
  },
});

/** What a person is in an organization (`workspaceId` null: in all of its branch) or in one workspace. */
export const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    organizationId: p.uuid(),
    workspaceId: p.uuid().nullable(),
    role: p.string().length(32),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [{ properties: ['userId'] }, { properties: ['organizationId'] }],
});
