import {
  pageOf,
  workspaceCreateInput,
  workspaceGetInput,
  workspaceListInput,
  workspaceOutput,
  workspaceUpdateInput,
} from '@tabard/contract';
import { controlMutation, controlQuery, router } from '#kernel';
import { createWorkspace } from './create-workspace.ts';
import { getWorkspace } from './get-workspace.ts';
import { listWorkspaces } from './list-workspaces.ts';
import { updateWorkspace } from './update-workspace.ts';

export const workspaceRouter = router({
  /** Lists the workspaces you can reach, oldest first. */
  list: controlQuery({
    permission: 'workspace.read',
    input: workspaceListInput,
    output: pageOf(workspaceOutput),
    act: listWorkspaces,
  }),
  /** Gets one workspace, with its brand as inherited. */
  get: controlQuery({
    permission: 'workspace.read',
    input: workspaceGetInput,
    output: workspaceOutput,
    act: getWorkspace,
  }),
  /** Adds a workspace, one client, to an organization of your branch. */
  create: controlMutation({
    permission: 'workspace.manage',
    input: workspaceCreateInput,
    output: workspaceOutput,
    act: createWorkspace,
  }),
  /** Changes a workspace's settings or brand; what is left out stays as it is. */
  update: controlMutation({
    permission: 'workspace.manage',
    input: workspaceUpdateInput,
    output: workspaceOutput,
    act: updateWorkspace,
  }),
});
