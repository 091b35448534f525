import type { Uuid, Workspace } from '@tabard/contract';
import type { ControlScope } from '#kernel';
import { requireWorkspace } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

export async function getWorkspace(scope: ControlScope, input: { id: Uuid }): Promise<Workspace> {
  return showWorkspace(await requireWorkspace(scope, input.id));
}
