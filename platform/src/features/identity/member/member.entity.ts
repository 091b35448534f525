import { defineEntity, p } from '#kernel';

/** What a person is in an organization (`workspaceId` null: in all of its branch) or in one workspace. */
export const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    organizationId: p.uuid(),
    workspaceId: p.uuid().nullable(),
    /** A built-in role; `client` where `roleId` says which one that was made. */
    role: p.string().length(32),
    roleId: p.uuid().nullable(),
    /** Since when they may do nothing here; null while they may. */
    deactivatedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [{ properties: ['userId'] }, { properties: ['organizationId'] }, { properties: ['roleId'] }],
});
