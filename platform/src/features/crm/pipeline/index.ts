import { defineFeature } from '#kernel';
import { PipelineSchema, PipelineStageSchema } from './pipeline.entity.ts';
import { pipelineRouter } from './pipeline.router.ts';
import { pipelineSnapshot } from './pipeline-snapshot.ts';

/** Pipelines: the ways that deals go, from stage to stage. */
export const pipelineFeature = defineFeature({
  name: 'pipeline',
  entities: [PipelineSchema, PipelineStageSchema],
  router: pipelineRouter,
  snapshots: [pipelineSnapshot],
});

export type { StageRow } from './pipeline.entity.ts';
export { requirePipeline } from './pipeline.rules.ts';
export { ensurePipeline } from './save-pipeline.ts';
export { pipelineRouter };
