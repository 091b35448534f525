import { defineEntity, p, placePolicies, timestamps } from '#kernel';

/** A role that somebody made for an organization with all below it, or (`workspaceId`) for one workspace. */
export const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'role',
  rowLevelSecurity: 'force',
  policies: placePolicies('role'),
  properties: {
    id: p.uuid().primary(),
    /** The workspace, or else the organization. */
    scopeId: p.uuid(),
    organizationId: p.uuid(),
    workspaceId: p.uuid().nullable(),
    name: p.string().length(80),
    description: p.string().length(300).default(''),
    /** As they were given; another version of the platform may know more of them, or fewer. */
    permissions: p.array().columnType('text[]'),
    ...timestamps(),
  },
  indexes: [
    { properties: ['organizationId'] },
    {
      name: 'role_name',
      expression: `create unique index "role_name" on "role" ("scope_id", fold_text("name"))`,
    },
  ],
});
