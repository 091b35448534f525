import type { Uuid } from '@tabard/contract';
import { isBeingDeleted, reachAbove, requireOrganization, type OrganizationRow } from '#features/identity/organization';
import { findWorkspace, type WorkspaceRow } from '#features/identity/workspace';
import { fail, type OrganizationScope } from '#kernel';

/** How an input names a place of the tree. */
export interface NamedPlace {
  organizationId?: Uuid;
  workspaceId?: Uuid;
}

/** A place of the tree: a workspace, or the first organization of the chain. */
export interface Target {
  workspace: WorkspaceRow | null;
  /** The organization itself, or that of the workspace, with all above it. */
  chain: readonly [OrganizationRow, ...OrganizationRow[]];
}

/**
 * A place that the caller may shut, open or move: one below the organization that they manage. Their own is the matter of whoever
 * manages the one above it. Anything out of reach is the same 404 as an unknown id.
 * @throws `organization.own`, `organization.deletion_begun`
 */
export async function requireTarget(scope: OrganizationScope, named: NamedPlace): Promise<Target> {
  const target = await findTarget(scope, named);
  const [own] = target.chain;
  if (!target.workspace && (own.parent_id === null || own.id === (await reachAbove(scope)))) fail('organization.own');
  requireThere(target);
  return target;
}

/** Ends what is about a place that is being deleted, or about one below it. */
function requireThere({ workspace, chain }: Target): void {
  if (isBeingDeleted([...(workspace ? [workspace] : []), ...chain])) fail('organization.deletion_begun');
}

/** A place in the branch of the organization that the caller manages, that organization among them. */
export async function findTarget(scope: OrganizationScope, named: NamedPlace): Promise<Target> {
  const root = await reachAbove(scope);
  if (named.workspaceId) return requireWorkspaceBelow(scope, root, { ...named, workspaceId: named.workspaceId });
  const chain = await requireOrganization(scope, named.organizationId ?? fail('organization.not_found'), 'manage');
  return { workspace: null, chain };
}

async function requireWorkspaceBelow(
  { app }: OrganizationScope,
  root: Uuid | null,
  { organizationId, workspaceId }: NamedPlace & { workspaceId: Uuid },
): Promise<Target> {
  const found = await findWorkspace(app, workspaceId);
  const [own, ...above] = found?.chain ?? [];
  const isBelow = (id: Uuid | null) => found?.chain.some((each) => each.id === id) === true;
  if (!found || !own || !isBelow(root)) return fail('workspace.not_found');
  if (organizationId && !isBelow(organizationId)) fail('workspace.not_found');
  return { workspace: found.row, chain: [own, ...above] };
}
