import { settingNames, type TreePlace, type Uuid } from '@tabard/contract';
import { endWorkspacePages } from '#features/identity/embed-session';
import { changedBy, moveOrganization, requireOrganization, requireStaying } from '#features/identity/organization';
import { moveWorkspace, noteMoved, spreadSettings, treeLock } from '#features/identity/workspace';
import { fail, type OrganizationWriteScope } from '#kernel';
import { requireTarget, type NamedPlace } from './require-target.ts';
import { showPlace, tellPlaces, workspacesOf } from './show-place.ts';

/**
 * Gives a place another parent, and resolves again what it and all below it inherit, in one transaction. Open pages there begin anew, so
 * that whoever stood above it before is out within five seconds.
 * @throws `organization.below_itself`, `organization.deletion_begun`, `organization.to_be_deleted`
 */
export async function movePlace(
  scope: OrganizationWriteScope,
  { parentId, ...named }: NamedPlace & { parentId: Uuid },
): Promise<TreePlace> {
  const { sql, principal } = scope;
  // Alone: what is read from here on is where everything stands until this is done.
  await sql('select pg_advisory_xact_lock(hashtext($1))', [treeLock]);
  const target = await requireTarget(scope, named);
  const above = await requireOrganization(scope, parentId, 'manage');
  requireStaying(above);
  const { workspace, chain } = target;
  // Where it is already: nobody's page begins anew for nothing.
  if ((workspace?.organization_id ?? chain[0].parent_id) === parentId) return showPlace(sql, target);
  if (!workspace && above.some(({ id }) => id === chain[0].id)) fail('organization.below_itself');
  if (workspace) await moveWorkspace(sql, workspace, parentId);
  else await moveOrganization(sql, chain[0], parentId);
  const moved: typeof target = workspace ? { workspace, chain: above } : target;
  await spreadSettings(sql, moved.chain[0].id, workspace?.id);
  const below = (await workspacesOf(sql, moved)).map(({ id }) => id);
  await noteMoved(sql, below);
  await endWorkspacePages(sql, below);
  await tellPlaces(scope, moved);
  scope.emitIn(below, 'settings.updated', { settings: [...settingNames], by: changedBy(principal) });
  return showPlace(sql, moved);
}
