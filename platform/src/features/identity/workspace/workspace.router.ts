import {
  pageOf,
  workspaceCreateInput,
  workspaceGetInput,
  workspaceListInput,
  workspaceOutput,
  workspaceUpdateInput,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { createWorkspace } from './create-workspace.ts';
import { getWorkspace } from './get-workspace.ts';
import { listWorkspaces } from './list-workspaces.ts';
import { updateWorkspace } from './update-workspace.ts';

export const workspaceRouter = router({
  /** Lists the workspaces you can reach, oldest first. */
  list: organizationQuery({
    permission: 'workspace.read',
    input: workspaceListInput,
    output: pageOf(workspaceOutput),
    handler: listWorkspaces,
  }),
  /** Gets one workspace by its id or by what your own system calls it, with its brand as inherited. */
  get: organizationQuery({
    permission: 'workspace.read',
    input: workspaceGetInput,
    output: workspaceOutput,
    handler: getWorkspace,
  }),
  /** Adds a workspace, one client, to an organization of your branch. */
  create: organizationMutation({
    permission: 'workspace.manage',
    input: workspaceCreateInput,
    output: workspaceOutput,
    handler: createWorkspace,
  }),
  /** Changes a workspace's settings or brand; what is left out stays as it is. */
  update: organizationMutation({
    permission: 'workspace.manage',
    input: workspaceUpdateInput,
    output: workspaceOutput,
    handler: updateWorkspace,
  }),
});
