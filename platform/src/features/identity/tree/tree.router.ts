import { pageOf, treeInputs, treeOutputs } from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { archivePlace, restorePlace, resumePlace, suspendPlace } from './change-standing.ts';
import { createWorkspaceBelow } from './create-workspace-below.ts';
import { deletePlace } from './delete-place.ts';
import { getPlace, listTree } from './list-tree.ts';
import { movePlace } from './move-place.ts';
import { renamePlace } from './rename-place.ts';

export const treeRouter = router({
  /** Lists what lies right below an organization, organizations first, or finds places in your branch; with what is counted below each. */
  list: organizationQuery({
    permission: 'organization.read',
    input: treeInputs.list,
    output: pageOf(treeOutputs.node),
    handler: listTree,
  }),
  /** Gets one place of your branch with the organizations above it. */
  get: organizationQuery({
    permission: 'organization.read',
    input: treeInputs.place,
    output: treeOutputs.node,
    handler: getPlace,
  }),
  /** Adds a workspace, one client, right below an organization of your branch. */
  createWorkspace: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.createWorkspace,
    output: treeOutputs.place,
    handler: createWorkspaceBelow,
  }),
  /** Gives an organization or a workspace another name. */
  rename: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.rename,
    output: treeOutputs.place,
    handler: renamePlace,
  }),
  /** Puts an organization with all below it, or a workspace, below another organization; you manage both places. What it inherits is resolved again. */
  move: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.move,
    output: treeOutputs.place,
    handler: movePlace,
  }),
  /** Suspends an organization with all below it, or a workspace. Within five seconds nothing opens there and nothing is sent; people of an organization above still come in. */
  suspend: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.suspend,
    output: treeOutputs.place,
    handler: suspendPlace,
  }),
  /** Ends a suspension. Campaigns go on where they were, by their own schedules. */
  resume: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.place,
    output: treeOutputs.place,
    handler: resumePlace,
  }),
  /** Archives an organization with all below it, or a workspace: as quiet as a suspended one, and out of the way of those who choose one. */
  archive: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.place,
    output: treeOutputs.place,
    handler: archivePlace,
  }),
  /** Archives an organization with all below it, or a workspace, and deletes it for good when the days of grace are over. A person confirms first that it is them. */
  delete: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.delete,
    output: treeOutputs.place,
    handler: deletePlace,
  }),
  /** Takes a place out of the archive again, also one that was deleted, as long as its days of grace last. */
  restore: organizationMutation({
    permission: 'organization.manage',
    input: treeInputs.place,
    output: treeOutputs.place,
    handler: restorePlace,
  }),
});
