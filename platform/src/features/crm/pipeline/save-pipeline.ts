import type {
  Pipeline,
  pipelineCreateInput,
  pipelineStartInput,
  pipelineUpdateInput,
} from '@tabard/contract/crm/pipeline';
import type { z } from 'zod';
import { changeOne, fail, insertOne, listRows, lockOne, readOne, type WriteScope } from '#kernel';
import { fromPublicId } from '@tabard/contract';
import { pipelines } from './pipeline.entity.ts';
import { lockPipelines, requireRoom, usualStages, type StageGiven } from './pipeline.rules.ts';
import { writeStages } from './write-stages.ts';

type Created = Omit<z.output<typeof pipelineCreateInput>, 'stages'>;

/** Adds one pipeline with its stages. */
export async function createPipeline(
  scope: WriteScope,
  { stages = [...usualStages], ...values }: z.output<typeof pipelineCreateInput>,
): Promise<Pipeline> {
  await requireRoom(scope, 1);
  return addPipeline(scope, values, stages);
}

async function addPipeline(scope: WriteScope, values: Created, stages: readonly StageGiven[]): Promise<Pipeline> {
  const made = await insertOne(pipelines, scope, values);
  const id = fromPublicId('pipeline', made.id)!; // the platform's own id
  await writeStages(scope, id, stages);
  return readPipeline(scope, id);
}

/**
 * Changes the given parts of a pipeline, all of its stages at once. Stages are held before their pipeline is, as by those who put deals into
 * them.
 */
export async function updatePipeline(
  scope: WriteScope,
  { id, stages, moves, ...changes }: z.output<typeof pipelineUpdateInput>,
): Promise<Pipeline> {
  if (stages) {
    await readPipeline(scope, id);
    await writeStages(scope, id, stages, moves);
  }
  return changeOne(pipelines, scope, await lockOne(pipelines, scope, id), changes);
}

/** One pipeline as it is now. */
async function readPipeline(scope: WriteScope, id: string): Promise<Pipeline> {
  const row = await readOne(pipelines, scope, id);
  return row ? pipelines.shape(row) : fail('pipeline.not_found');
}

/**
 * Makes the first pipeline of a workspace that never had one, and gives all that there are. Two that begin at once take turns: the
 * second finds what the first has made.
 */
export async function startPipelines(
  scope: WriteScope,
  { name = 'Sales', stages = [...usualStages] }: z.output<typeof pipelineStartInput>,
): Promise<{ items: Pipeline[] }> {
  await ensurePipeline(scope, name, stages);
  const { items } = await listRows(pipelines, scope, { limit: 200, skip: 0, sort: 'created_at', direction: 'asc' });
  return { items };
}

/** Makes the first pipeline where there has never been one. */
export async function ensurePipeline(
  scope: WriteScope,
  name = 'Sales',
  stages: readonly StageGiven[] = usualStages,
): Promise<void> {
  const { sql, workspaceId } = scope;
  const known = () => sql('select 1 from pipeline where workspace_id = $1 limit 1', [workspaceId]);
  if ((await known()).length > 0) return;
  await lockPipelines(scope);
  if ((await known()).length === 0) await addPipeline(scope, { name, currency: 'EUR' }, stages);
}
