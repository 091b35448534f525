import type { Uuid } from '@tabard/contract';
import { pipelineCreateInput, stageInput } from '@tabard/contract/crm/pipeline';
import { foldText } from '@tabard/contract/filters';
import { z } from 'zod';
import { defineSnapshotPart, setArchived } from '#kernel';
import { pipelines } from './pipeline.entity.ts';
import { pipelinesLimit, requireOther } from './pipeline.rules.ts';
import { createPipeline, updatePipeline } from './save-pipeline.ts';

const shape = pipelineCreateInput.extend({ stages: z.array(stageInput.omit({ id: true })) });
type Value = z.infer<typeof shape>;

interface KnownStage {
  id: Uuid;
  name: string;
  kind: string;
}

/** The live pipelines of a workspace with their stages, known from workspace to workspace by their names. */
export const pipelineSnapshot = defineSnapshotPart<Value>({
  name: 'pipelines',
  shape,
  most: pipelinesLimit,
  nameOf: ({ name }) => name,
  async list({ read, workspaceId }) {
    const rows = await read<{ id: Uuid }>(
      `select p.id, p.name, p.currency,
              (select json_agg(json_build_object('name', s.name, 'kind', s.kind, 'probability', s.probability, 'rottingDays', s.rotting_days,
                                                 'requiredFields', s.required_fields) order by s.position, s.id)
                 from pipeline_stage s where s.workspace_id = p.workspace_id and s.pipeline_id = p.id and s.removed_at is null) as stages
         from pipeline p where p.workspace_id = $1 and p.archived_at is null order by p.created_at, p.id`,
      [workspaceId],
    );
    return rows.map(({ id, ...value }) => ({ id, value: shape.parse(value), fixed: null }));
  },
  async save(scope, value, known) {
    if (!known) return void (await createPipeline(scope, value));
    const before = await scope.sql<KnownStage>(
      `select id, name, kind from pipeline_stage where workspace_id = $1 and pipeline_id = $2 and removed_at is null order by position, id`,
      [scope.workspaceId, known.id],
    );
    const stages = value.stages.map((stage) => {
      const same = before.find(({ name, kind }) => kind === stage.kind && foldText(name) === foldText(stage.name));
      return same ? { ...stage, id: same.id } : stage;
    });
    // What stays of the same kind takes the deals of what goes. Where nothing stays, the first one becomes what comes.
    for (const kind of new Set(before.map((one) => one.kind))) {
      const first = before.find((one) => one.kind === kind);
      const mine = stages.filter((stage) => stage.kind === kind);
      if (first && mine[0] && !mine.some((stage) => 'id' in stage)) Object.assign(mine[0], { id: first.id });
    }
    const stays = stages.flatMap((stage) => ('id' in stage ? [stage] : []));
    const moves = before.flatMap(({ id, kind }) => {
      const to = stays.some((stage) => stage.id === id) ? undefined : stays.find((stage) => stage.kind === kind)?.id;
      return to ? [{ from: id, to }] : [];
    });
    await updatePipeline(scope, { ...value, id: known.id, stages, moves });
  },
  async archive(scope, ids) {
    await requireOther(scope, ids);
    await setArchived(pipelines, scope, { ids, archived: true });
  },
});
