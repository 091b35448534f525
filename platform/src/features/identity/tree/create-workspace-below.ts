import { fromPublicId, type TreePlace, type Uuid } from '@tabard/contract';
import { createWorkspace } from '#features/identity/workspace';
import { fail, type OrganizationWriteScope } from '#kernel';
import { showWorkspacePlace } from './show-place.ts';

/** Adds a workspace, and gives it as the tree shows it: for pages, which may not change what a workspace is otherwise. */
export async function createWorkspaceBelow(
  scope: OrganizationWriteScope,
  input: { organizationId: Uuid; name: string; externalId?: string },
): Promise<TreePlace> {
  const { id } = await createWorkspace(scope, input);
  const made = fromPublicId('workspace', id) ?? fail('workspace.not_found');
  return showWorkspacePlace(scope.sql, made);
}
