import {
  permissions,
  rolePermissions,
  roles,
  type AnyRole,
  type Permission,
  type Role,
  type Uuid,
} from '@tabard/contract';
import { permissionsOf, rolesHeld, unionOf, type GivenRole } from '#features/identity/permission';
import { fail, type OrganizationScope, type Principal, type Sql } from '#kernel';
import { reachAbove } from '#features/identity/organization';
import { findRole, listMadeRoles, type MadeRole } from './find-role.ts';
import type { Place } from './place.ts';
import type { Authority } from './show-member.ts';

const rankOf = (role: Role): number => roles.indexOf(role);

/** The highest role of a place: whoever has it owns the place. */
export function ownerRole({ workspaceId, chain }: Pick<Place, 'workspaceId' | 'chain'>): Role {
  if (workspaceId) return 'workspace_admin';
  return chain[0]?.kind === 'operator' ? 'super_admin' : 'org_admin';
}

/** Whether who has a role owns the place, or more than it. No role that was made does. */
export const owns = (place: Place, { role, role_id }: Pick<GivenRole, 'role' | 'role_id'>): boolean =>
  role_id === null && rankOf(role) <= rankOf(ownerRole(place));

/**
 * What the caller is in a place: how high among the built-in roles (a smaller number is higher), and all that they hold. Nobody gives
 * what they do not have.
 */
interface Standing {
  rank: number;
  held: ReadonlySet<Permission>;
  /** They own the very place, as a member of it. */
  ownsItself: boolean;
}

/** Whether one who stands like this has as much as a role. Built-in roles go by their order, roles that were made by what they hold. */
function covers({ rank, held }: Pick<Standing, 'rank' | 'held'>, given: GivenRole): boolean {
  if (given.role_id === null) return rankOf(given.role) >= rank;
  return permissionsOf(given).every((each) => held.has(each));
}

/** Whether a role is for whole organizations only: what manages those means nothing in a workspace. */
export const isMisplaced = (place: Pick<Place, 'workspaceId' | 'chain'>, given: GivenRole): boolean =>
  given.role_id === null
    ? rankOf(given.role) < rankOf(ownerRole(place))
    : place.workspaceId !== null && permissionsOf(given).includes('organization.manage');

/** The roles that the caller may give in a place: what fits the place and is not above what they hold. */
export async function grantableRoles(
  scope: OrganizationScope,
  place: Place,
): Promise<{ builtIn: Role[]; made: MadeRole[] }> {
  const [standing, made] = await Promise.all([standingIn(scope, place), listMadeRoles(scope.app, place)]);
  const mayGive = (given: GivenRole) => !isMisplaced(place, given) && covers(standing, given);
  const builtIn = roles.filter((role) => mayGive({ role, role_id: null, made_name: null, made_permissions: null }));
  return { builtIn, made: made.filter(mayGive) };
}

/**
 * The role that is named, if the caller may give it in a place. One that was made stays as it is until the end of the transaction.
 * @throws `role.not_found`, `member.role_misplaced`, `member.role_exceeded`
 */
export async function requireGrantable(
  scope: OrganizationScope & { sql: Sql },
  place: Place,
  named: AnyRole,
): Promise<GivenRole> {
  const role = await findRole(scope.sql, place, named);
  if (isMisplaced(place, role)) fail('member.role_misplaced');
  if (!covers(await standingIn(scope, place), role)) fail('member.role_exceeded');
  return role;
}

/** Tells of roles whether the caller may change or take away what has them in a place. */
export async function outranks(scope: OrganizationScope, place: Place): Promise<(given: GivenRole) => boolean> {
  return overseer(scope, await standingIn(scope, place));
}

const overseer =
  ({ principal }: OrganizationScope, standing: Standing) =>
  (given: GivenRole): boolean =>
    principal.permissions.has('member.manage') && covers(standing, given);

/** What the caller may do with the members of a place. Only people who administer a whole organization reset what others sign in with. */
export async function authorityOver(scope: OrganizationScope, place: Place): Promise<Authority> {
  const [standing, root] = await Promise.all([standingIn(scope, place), reachAbove(scope)]);
  const mayChange = overseer(scope, standing);
  const you = personOf(scope.principal);
  const administers = you !== null && place.chain.some(({ id }) => id === root);
  return {
    mayChange,
    mayReset: (userId, given) => administers && userId !== you && mayChange(given),
    mayHandOver: (userId, given) => standing.ownsItself && userId !== you && mayChange(given) && !owns(place, given),
  };
}

/** What the caller holds in a place. */
export const permissionsIn = async (scope: OrganizationScope, place: Place): Promise<ReadonlySet<Permission>> =>
  (await standingIn(scope, place)).held;

/**
 * A person stands in a place as their memberships say. A key or a host's page stands where the highest role does whose permissions it has
 * all of, and so does a person by what their roles let them do together.
 */
async function standingIn({ app, principal }: OrganizationScope, place: Place): Promise<Standing> {
  const userId = personOf(principal);
  if (!userId) {
    const isOperator = principal.workspaceId === null && principal.organizationId === place.chain.at(-1)?.id;
    return { rank: rankHeld(principal.permissions, isOperator), held: principal.permissions, ownsItself: false };
  }
  const own = await rolesHeld(app, userId, {
    workspaceId: place.workspaceId,
    organizationIds: place.chain.map(({ id }) => id),
  });
  const held = unionOf(own);
  const builtIn = own.flatMap(({ role, role_id }) => (role_id === null ? [rankOf(role)] : []));
  const ownsItself = own.some(
    (each) =>
      each.organization_id === place.organizationId && each.workspace_id === place.workspaceId && owns(place, each),
  );
  // Who owns a place is the matter of its owners, however much a role that was made holds.
  const byHeld = Math.max(rankHeld(held, false), rankOf(ownerRole(place)) + 1);
  return { rank: Math.min(byHeld, ...builtIn), held, ownsItself };
}

/** How high the first built-in role is that is held with all of its permissions. */
function rankHeld(held: ReadonlySet<Permission>, isOperator: boolean): number {
  const found = roles.findIndex(
    (role) => rolePermissions[role].every((each) => held.has(each)) && (role !== 'super_admin' || isOperator),
  );
  return found < 0 ? roles.length : found;
}

/** The person of ours who acts; null for keys, and for users of a host. */
export function personOf(principal: Principal): Uuid | null {
  return principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;
}

/**
 * Ends the act unless somebody else owns the place, when an owner is about to go. A workspace is owned by the admins of its organization,
 * too.
 * @throws `member.last_owner`
 */
export async function requireAnotherOwner(
  sql: Sql,
  place: Place,
  member: { id: Uuid } & Pick<GivenRole, 'role' | 'role_id'>,
): Promise<void> {
  if (!owns(place, member)) return;
  // Two owners who take each other's role away take turns.
  await lockOwners(sql, place);
  const [other] = await sql(
    `select from member where organization_id = $1 and (workspace_id is null or workspace_id = $2) and id <> $3 and role_id is null and role = any($4) and deactivated_at is null limit 1`,
    [place.organizationId, place.workspaceId, member.id, roles.slice(0, rankOf(ownerRole(place)) + 1)],
  );
  if (!other) fail('member.last_owner');
}

/** Whoever changes who owns a place does it alone until the end of the transaction. */
export async function lockOwners(sql: Sql, place: Place): Promise<void> {
  await sql('select from organization where id = $1 for no key update', [place.organizationId]);
}

/** What nobody can be given in a place, whatever they hold. */
export const meaninglessIn = ({ workspaceId }: Pick<Place, 'workspaceId'>): readonly Permission[] =>
  workspaceId === null ? [] : permissions.filter((each) => each === 'organization.manage');
