import {
  pipelineCreateInput,
  pipelineOutput,
  pipelineStartInput,
  pipelineStartOutput,
  pipelineUpdateInput,
} from '@tabard/contract/crm/pipeline';
import { archiveOf, countOf, getOf, listOf, restoreOf, router, workspaceMutation } from '#kernel';
import { pipelines } from './pipeline.entity.ts';
import { requireOther, requireRoom } from './pipeline.rules.ts';
import { createPipeline, startPipelines, updatePipeline } from './save-pipeline.ts';

const { write } = pipelines;

export const pipelineRouter = router({
  /** Lists pipelines with their stages, newest first unless told otherwise. */
  list: listOf(pipelines, { inOrder: true }),
  /** Counts the pipelines that a filter takes. */
  count: countOf(pipelines),
  /** Gets one pipeline with its stages. */
  get: getOf(pipelines),
  /** Makes a usual pipeline in a workspace that never had one, and gives all that there are. Whoever may write deals may begin. */
  start: workspaceMutation({
    permission: 'deal.write',
    input: pipelineStartInput,
    output: pipelineStartOutput,
    handler: startPipelines,
  }),
  /** Adds one pipeline; without stages it gets a usual set. */
  create: workspaceMutation({
    permission: write,
    input: pipelineCreateInput,
    output: pipelineOutput,
    handler: createPipeline,
  }),
  /** Changes the given parts of a pipeline. `stages` are all of them, in their new order: one that is left out is removed, and its deals go where `moves` says. */
  update: workspaceMutation({
    permission: write,
    input: pipelineUpdateInput,
    output: pipelineOutput,
    handler: updatePipeline,
  }),
  /** Takes up to 1,000 pipelines out of use, but not the last one. Their deals stay in them. */
  archive: archiveOf(pipelines, { prepare: requireOther }),
  /** Brings archived pipelines back. */
  restore: restoreOf(pipelines, { prepare: (scope, ids) => requireRoom(scope, ids.length) }),
});
