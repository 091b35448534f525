import { rolePermissions, roles, type Role, type Uuid } from '@tabard/contract';
import { fail, type App, type OrganizationScope, type Principal, type Sql } from '#kernel';
import { reachAbove } from '#features/identity/organization';
import type { Place } from './place.ts';
import type { Authority } from './show-member.ts';

const rankOf = (role: Role): number => roles.indexOf(role);

/** The highest role of a place: whoever has it owns the place. */
function ownerRole({ workspaceId, chain }: Place): Role {
  if (workspaceId) return 'workspace_admin';
  return chain[0]?.kind === 'operator' ? 'super_admin' : 'org_admin';
}

/** The roles that caller may give in a place: what fits the place and is not above their own. */
export async function grantableRoles(scope: OrganizationScope, place: Place): Promise<readonly Role[]> {
  const own = await ownRank(scope, place);
  return roles.filter((role) => rankOf(role) >= own && rankOf(role) >= rankOf(ownerRole(place)));
}

/** @throws `member.role_misplaced`, `member.role_exceeded` */
export async function requireGrantable(scope: OrganizationScope, place: Place, role: Role): Promise<void> {
  if (rankOf(role) < rankOf(ownerRole(place))) fail('member.role_misplaced');
  if (rankOf(role) < (await ownRank(scope, place))) fail('member.role_exceeded');
}

/** Tells of roles whether the caller may change or take away what has them in a place. */
export async function outranks(scope: OrganizationScope, place: Place): Promise<(role: Role) => boolean> {
  const own = await ownRank(scope, place);
  return (role) => scope.principal.permissions.has('member.manage') && rankOf(role) >= own;
}

/** What the caller may do with the members of a place. Only people who administer a whole organization reset what others sign in with. */
export async function authorityOver(scope: OrganizationScope, place: Place): Promise<Authority> {
  const [mayChange, root] = await Promise.all([outranks(scope, place), reachAbove(scope)]);
  const you = personOf(scope.principal);
  const administers = you !== null && place.chain.some(({ id }) => id === root);
  return { mayChange, mayReset: (userId, role) => administers && userId !== you && mayChange(role) };
}

/**
 * How high the caller stands in a place; a smaller number is higher. A person has the roles of their memberships. A key or a host's page
 * has the highest role whose permissions it has all of, for nobody can give what they do not have.
 */
async function ownRank({ app, principal }: OrganizationScope, place: Place): Promise<number> {
  const userId = personOf(principal);
  if (userId) return Math.min(roles.length, ...(await rolesHeld(app, userId, place)).map(rankOf));
  const isOperator = principal.workspaceId === null && principal.organizationId === place.chain.at(-1)?.id;
  const held = roles.findIndex(
    (role) =>
      rolePermissions[role].every((each) => principal.permissions.has(each)) && (role !== 'super_admin' || isOperator),
  );
  return held < 0 ? roles.length : held;
}

/** The person of ours who acts; null for keys, and for users of a host. */
export function personOf(principal: Principal): Uuid | null {
  return principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;
}

/** What a person is in a place, by itself and by the organizations above. */
async function rolesHeld(app: App, userId: Uuid, { workspaceId, chain }: Place): Promise<Role[]> {
  const rows = await app.database.readOrganization<{ role: Role }>(
    `select role from member where user_id = $1 and deactivated_at is null and (workspace_id = $2 or (workspace_id is null and organization_id = any($3)))`,
    [userId, workspaceId, chain.map(({ id }) => id)],
    'roles_held',
  );
  return rows.map(({ role }) => role);
}

/**
 * Ends the act unless somebody else owns the place, when an owner is about to go. A workspace is owned by the admins of its organization,
 * too.
 * @throws `member.last_owner`
 */
export async function requireAnotherOwner(sql: Sql, place: Place, member: { id: Uuid; role: Role }): Promise<void> {
  const owner = rankOf(ownerRole(place));
  if (rankOf(member.role) > owner) return;
  // Two owners who take each other's role away take turns.
  await sql('select from organization where id = $1 for no key update', [place.organizationId]);
  const [other] = await sql(
    `select from member where organization_id = $1 and (workspace_id is null or workspace_id = $2) and id <> $3 and role = any($4) and deactivated_at is null limit 1`,
    [place.organizationId, place.workspaceId, member.id, roles.slice(0, owner + 1)],
  );
  if (!other) fail('member.last_owner');
}
