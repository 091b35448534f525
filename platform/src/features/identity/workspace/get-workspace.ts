import type { Uuid, Workspace } from '@tabard/contract';
import type { OrganizationScope } from '#kernel';
import { requireWorkspace } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

export async function getWorkspace(scope: OrganizationScope, input: { id: Uuid }): Promise<Workspace> {
  return showWorkspace(await requireWorkspace(scope, input.id));
}
