import type { Uuid, Workspace } from '@tabard/contract';
import { fail, type OrganizationScope } from '#kernel';
import { findExternal } from './find-external.ts';
import { requireWorkspace } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

/** One workspace, by its id or by what the host's own system calls it. */
export async function getWorkspace(
  scope: OrganizationScope,
  { id, externalId, organizationId }: { id?: Uuid; externalId?: string; organizationId?: Uuid },
): Promise<Workspace> {
  const named = id ?? (externalId ? await findExternal(scope, externalId, organizationId) : null);
  const placed = await requireWorkspace(scope, named ?? fail('workspace.not_found'));
  if (organizationId && placed.row.organization_id !== organizationId) fail('workspace.not_found');
  return showWorkspace(placed);
}
