import { treeMoveInput, treePlaceInput, treePlaceOutput, treeSuspendInput } from '@tabard/contract';
import { organizationMutation, router } from '#kernel';
import { archivePlace, restorePlace, resumePlace, suspendPlace } from './change-standing.ts';
import { movePlace } from './move-place.ts';

export const treeRouter = router({
  /** Puts an organization with all below it, or a workspace, below another organization; you manage both places. What it inherits is resolved again. */
  move: organizationMutation({
    permission: 'organization.manage',
    input: treeMoveInput,
    output: treePlaceOutput,
    handler: movePlace,
  }),
  /** Suspends an organization with all below it, or a workspace. Within five seconds nothing opens there and nothing is sent; people of an organization above still come in. */
  suspend: organizationMutation({
    permission: 'organization.manage',
    input: treeSuspendInput,
    output: treePlaceOutput,
    handler: suspendPlace,
  }),
  /** Ends a suspension. Campaigns go on where they were, by their own schedules. */
  resume: organizationMutation({
    permission: 'organization.manage',
    input: treePlaceInput,
    output: treePlaceOutput,
    handler: resumePlace,
  }),
  /** Archives an organization with all below it, or a workspace: as quiet as a suspended one, and out of the way of those who choose one. */
  archive: organizationMutation({
    permission: 'organization.manage',
    input: treePlaceInput,
    output: treePlaceOutput,
    handler: archivePlace,
  }),
  /** Takes a place out of the archive again. */
  restore: organizationMutation({
    permission: 'organization.manage',
    input: treePlaceInput,
    output: treePlaceOutput,
    handler: restorePlace,
  }),
});
