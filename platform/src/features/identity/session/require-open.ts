import type { ErrorDetail, Uuid } from '@tabard/contract';
import {
  aboveShut,
  inheritBrand,
  isBeingDeleted,
  levelOf,
  loadChain,
  standingOf,
} from '#features/identity/organization';
import { brandOf, type PlacedWorkspace } from '#features/identity/workspace';
import { fail, type App, type Principal } from '#kernel';

/**
 * Ends a request into a workspace that is shut, by itself or by an organization above, unless whoever asks belongs to an organization above
 * all that is shut: they may look, open it again and move it. What is being deleted is there for nobody.
 * @throws `workspace.suspended`, `workspace.archived`, `workspace.not_found`
 */
export async function requireOpenWorkspace(app: App, principal: Principal, placed: PlacedWorkspace): Promise<void> {
  const path = [placed.row, ...placed.chain];
  const standing = standingOf(path);
  if (standing === 'open') return;
  if (isBeingDeleted(path)) fail('workspace.not_found');
  if (await belongsTo(app, principal, aboveShut(path))) return;
  fail(`workspace.${standing}`, { details: contact(brandOf(placed).supportEmail) });
}

/**
 * The same above workspaces, for the organization of whoever asks.
 * @throws `organization.suspended`, `organization.archived`
 */
export async function requireOpenOrganization(app: App, { organizationId }: Principal): Promise<void> {
  const chain = await loadChain(app, organizationId);
  const standing = standingOf(chain);
  if (standing !== 'open')
    fail(`organization.${standing}`, { details: contact(inheritBrand(chain.map(levelOf)).supportEmail) });
}

/** Whom to ask: named apart, so that pages say it in their own language. */
const contact = (address: string | null): ErrorDetail[] =>
  address ? [{ path: '', message: `Write to ${address}.`, name: address }] : [];

/** Whether a caller comes from one of these organizations: a person by a membership, a server by its key. */
async function belongsTo(app: App, principal: Principal, above: readonly { id: Uuid }[]): Promise<boolean> {
  const ids = above.map(({ id }) => id);
  if (principal.kind === 'api_key') return principal.workspaceId === null && ids.includes(principal.organizationId);
  if (principal.kind === 'job' || !principal.userId) return false;
  const rows = await app.database.readOrganization(
    'select from member where user_id = $1 and workspace_id is null and deactivated_at is null and organization_id = any($2) limit 1',
    [principal.userId, ids],
    'belongs_above',
  );
  return rows.length > 0;
}
