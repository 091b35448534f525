import type { Uuid } from '@tabard/contract';
import { ensurePipeline, type StageRow } from '#features/crm/pipeline';
import { fail, type WriteScope } from '#kernel';

/** A stage with what deals take from its pipeline. */
export interface HeldStage extends StageRow {
  currency: string;
  is_archived: boolean;
}

/**
 * Holds a stage until the transaction ends: nobody removes it, and whoever gives places in it takes turns. Always held before a deal is,
 * so that two moves never wait for each other.
 */
export async function holdStage({ sql, workspaceId }: WriteScope, id: Uuid): Promise<HeldStage> {
  const [stage] = await sql<HeldStage>(
    `select s.id, s.pipeline_id, s.name, s.kind, s.required_fields, s.position, p.currency, p.archived_at is not null as is_archived
       from pipeline_stage s join pipeline p on p.workspace_id = s.workspace_id and p.id = s.pipeline_id
      where s.workspace_id = $1 and s.id = $2 and s.removed_at is null for no key update of s`,
    [workspaceId, id],
  );
  return stage ?? fail('pipeline_stage.not_found');
}

/** The first stage of a kind in a pipeline; null where there is none. */
export async function firstStage(
  { sql, workspaceId }: WriteScope,
  pipelineId: Uuid,
  kind: string,
): Promise<Uuid | null> {
  const [stage] = await sql<{ id: Uuid }>(
    `select id from pipeline_stage where workspace_id = $1 and pipeline_id = $2 and kind = $3 and removed_at is null
      order by position, id limit 1`,
    [workspaceId, pipelineId, kind],
  );
  return stage?.id ?? null;
}

/** Where a new deal begins: in the stage that is named, or in the first one of the pipeline, or of the oldest pipeline. */
export async function beginningStage(
  scope: WriteScope,
  { stageId, pipelineId }: { stageId?: Uuid | undefined; pipelineId?: Uuid | undefined },
): Promise<HeldStage> {
  const stage = await holdStage(
    scope,
    stageId ??
      (await firstStage(scope, pipelineId ?? (await oldestPipeline(scope)), 'open')) ??
      fail('pipeline.not_found'),
  );
  if (stage.is_archived || (pipelineId && stage.pipeline_id !== pipelineId)) fail('pipeline.not_found');
  return stage;
}

async function oldestPipeline(scope: WriteScope): Promise<Uuid> {
  await ensurePipeline(scope);
  const [pipeline] = await scope.sql<{ id: Uuid }>(
    'select id from pipeline where workspace_id = $1 and archived_at is null order by created_at, id limit 1',
    [scope.workspaceId],
  );
  return pipeline?.id ?? fail('pipeline.not_found');
}
