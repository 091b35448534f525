import { pipelineNoun } from '@tabard/contract/crm/pipeline';
import type { RequirableField, StageKind } from '@tabard/contract/crm/deal-words';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantKey, tenantPolicies, timestamps } from '#kernel';

/** The way that deals go, from stage to stage. */
export const PipelineSchema = tableOf(pipelineNoun, { indexes: listIndexes(pipelineNoun) });

/** The stages of a pipeline `p` as callers see them. */
const stagesOf = `select coalesce(json_agg(json_build_object('id', 'pst_' || replace(s.id::text, '-', ''), 'name', s.name, 'kind', s.kind,
      'probability', s.probability, 'rottingDays', s.rotting_days, 'requiredFields', s.required_fields) order by s.position, s.id), '[]')
    from pipeline_stage s where s.workspace_id = p.workspace_id and s.pipeline_id = p.id and s.removed_at is null`;

/** Where pipelines are kept. */
export const pipelines = storeOf(pipelineNoun, PipelineSchema, { alias: 'p', computed: { stages: stagesOf } });

/** A stage of a pipeline. One that is removed stays for the history of the deals that were in it, and none is in it any more. */
export const PipelineStageSchema = defineEntity({
  name: 'PipelineStage',
  tableName: 'pipeline_stage',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('pipeline_stage'),
  properties: {
    ...tenantKey(),
    pipelineId: p.uuid(),
    name: p.string().length(60),
    kind: p.string().length(16),
    probability: p.integer().default(0),
    rottingDays: p.integer().nullable(),
    requiredFields: p.array().columnType('text[]').defaultRaw(`'{}'`),
    position: p.integer(),
    removedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    createdAt: timestamps().createdAt,
  },
  indexes: [{ name: 'pipeline_stage_order', properties: ['workspaceId', 'pipelineId', 'position'] }],
});

/** A stage as SQL gives it. */
export interface StageRow {
  id: string;
  pipeline_id: string;
  name: string;
  kind: StageKind;
  required_fields: RequirableField[];
  position: number;
}
