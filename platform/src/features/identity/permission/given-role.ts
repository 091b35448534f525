import {
  fromPublicId,
  permissions as known,
  rolePermissions,
  toPublicId,
  type AnyRole,
  type Member,
  type Permission,
  type Role,
  type Uuid,
} from '@tabard/contract';

/** A role as it is kept beside a person: a built-in one, or one that was made, which then counts alone. */
export interface GivenRole {
  /** The built-in role; beside one that was made, the least, which an older release takes it for. */
  role: Role;
  role_id: Uuid | null;
  /** What the role that was made says, where it counts; null where it does not, and of a built-in one. */
  made_name: string | null;
  made_permissions: string[] | null;
}

/** What an older release takes somebody for who has a role that was made. */
export const leastRole = 'client' satisfies Role;

/** SQL of the organizations from `organizationId` upwards. */
const upwards = (organizationId: string): string =>
  `(with recursive upwards as (
      select o.id, o.parent_id from organization o where o.id = ${organizationId}
      union all
      select o.id, o.parent_id from organization o join upwards on o.id = upwards.parent_id)
    select id from upwards)`;

/**
 * SQL of one column of the role that was made, beside the row `t` of a member or an invitation: null where the row has none, or where
 * the place is no longer below the one that made it, for then it counts for nothing.
 */
export const madeRole = (t: string, column: 'name' | 'permissions'): string =>
  `case when ${t}.role_id is not null then (select made.${column} from role made where made.id = ${t}.role_id
     and (made.workspace_id = ${t}.workspace_id or made.workspace_id is null and made.organization_id in ${upwards(`${t}.organization_id`)})) end`;

/** The columns of a `GivenRole`, of the row `t` of a member or an invitation. */
export const givenRoleColumns = (t: string): string =>
  `${t}.role, ${t}.role_id, ${madeRole(t, 'name')} as made_name, ${madeRole(t, 'permissions')} as made_permissions`;

const isKnown: ReadonlySet<string> = new Set(known);

/** Those of these names that are permissions of this version; another version may know more of them. */
export const knownPermissions = (names: readonly string[]): Permission[] =>
  names.filter((name): name is Permission => isKnown.has(name));

/** What a role lets its people do. */
export const permissionsOf = ({ role, role_id, made_permissions }: GivenRole): readonly Permission[] =>
  role_id === null ? rolePermissions[role] : knownPermissions(made_permissions ?? []);

/** The role as callers see it. */
export function showGiven({ role, role_id, made_name }: GivenRole): Pick<Member, 'role' | 'madeRole'> {
  if (role_id === null) return { role, madeRole: null };
  return { role: roleIdOf(role_id), madeRole: { id: roleIdOf(role_id), name: made_name } };
}

/** The public id of a role that was made. */
export const roleIdOf = (id: Uuid): AnyRole => toPublicId('role', id) as AnyRole; // begins with the prefix of roles

/** The id of a role that was made; null for a built-in one. */
export const madeRoleId = (role: AnyRole): Uuid | null => fromPublicId('role', role);
