import type { Permission, Uuid } from '@tabard/contract';
import { loadChain, standingOf } from '#features/identity/organization';
import { givenRoleColumns, permissionsOf, type GivenRole } from '#features/identity/permission';
import { findWorkspace } from '#features/identity/workspace';
import { fail, type App, type UserPrincipal } from '#kernel';

interface Membership extends GivenRole {
  organization_id: Uuid;
  workspace_id: Uuid | null;
}

/**
 * What a person may do, and how far. With a workspace named, the memberships that cover it count; one in the workspace itself
 * limits the reach to it, because what it adds holds nowhere else. Otherwise the reach is the branch of the lowest organization
 * among them, where all of them hold. Without a workspace, the person's highest organization counts.
 */
export async function userPrincipal(
  app: App,
  session: { userId: Uuid; sessionId: Uuid },
  workspaceId: Uuid | null,
): Promise<UserPrincipal> {
  const memberships = await app.database.readOrganization<Membership>(
    `select m.organization_id, m.workspace_id, ${givenRoleColumns('m')} from member m where m.user_id = $1 and m.deactivated_at is null order by m.id`,
    [session.userId],
    'memberships',
  );
  const target = workspaceId ?? onlyWorkspace(memberships);
  const { covering, reach } = target ? await inWorkspace(app, memberships, target) : await inTree(app, memberships);
  const permissions = new Set<Permission>(covering.flatMap(permissionsOf));
  return { kind: 'user', ...session, ...reach, permissions };
}

interface Standing {
  covering: Membership[];
  reach: { organizationId: Uuid; workspaceId: Uuid | null };
}

/** Whoever belongs to one workspace only need not name it. */
function onlyWorkspace(memberships: Membership[]): Uuid | null {
  return memberships.length === 1 ? (memberships[0]?.workspace_id ?? null) : null;
}

async function inWorkspace(app: App, memberships: Membership[], workspaceId: Uuid): Promise<Standing> {
  const { row, chain } = (await findWorkspace(app, workspaceId)) ?? fail('workspace.not_found');
  const own = memberships.filter((membership) => membership.workspace_id === workspaceId);
  const inherited = memberships.filter((each) => isAbove(each, chain));
  if (own.length + inherited.length === 0) fail('workspace.not_found');
  if (own.length > 0)
    return { covering: [...own, ...inherited], reach: { organizationId: row.organization_id, workspaceId } };
  const lowest = chain.find(({ id }) => inherited.some((each) => each.organization_id === id));
  return { covering: inherited, reach: { organizationId: lowest?.id ?? row.organization_id, workspaceId: null } };
}

async function inTree(app: App, memberships: Membership[]): Promise<Standing> {
  const wide = memberships.filter((membership) => membership.workspace_id === null);
  const chains = await Promise.all(
    wide.map(async (each) => ({ each, chain: await loadChain(app, each.organization_id) })),
  );
  // What is open comes before what is shut.
  const rank = ({ chain }: (typeof chains)[number]) => (standingOf(chain) === 'open' ? 0 : 1000) + chain.length;
  const highest = chains.toSorted((a, b) => rank(a) - rank(b))[0];
  if (highest) {
    const organizationId = highest.each.organization_id;
    const covering = wide.filter((each) => each.organization_id === organizationId);
    return { covering, reach: { organizationId, workspaceId: null } };
  }
  // Somebody of several workspaces who named none, or of nothing: known, and allowed nothing yet.
  const first = memberships[0];
  return { covering: [], reach: { organizationId: first?.organization_id ?? nowhere, workspaceId: nowhere } };
}

/** An id that no organization and no workspace has. */
const nowhere = '00000000-0000-0000-0000-000000000000';

function isAbove(membership: Membership, chain: { id: Uuid }[]): boolean {
  return membership.workspace_id === null && chain.some(({ id }) => id === membership.organization_id);
}
