import { toPublicId, type Uuid } from '@tabard/contract';
import type { DealStages, dealStagesInput } from '@tabard/contract/insight/deal-report';
import type { z } from 'zod';
import { requirePipeline } from '#features/crm/pipeline';
import type { ReadScope } from '#kernel';

interface StageRow {
  id: Uuid;
  name: string;
  left: number;
  forward: number;
  lost: number;
  back: number;
  median: number | null;
}

const stages = `
  with clock as (select w.time_zone as zone from workspace w where w.id = $1)
  select s.id, s.name, count(m.id)::int as left,
         count(m.id) filter (where t.kind = 'won' or (t.kind = 'open' and t.pipeline_id = s.pipeline_id and t.position > s.position))::int as forward,
         count(m.id) filter (where t.kind = 'lost')::int as lost,
         count(m.id) filter (where t.kind = 'open' and not (t.pipeline_id = s.pipeline_id and t.position > s.position))::int as back,
         round(extract(epoch from percentile_cont(0.5) within group (order by case when m.id is null then null else greatest(m.at - m.from_since, interval '0') end)))::float8 as median
    from pipeline_stage s
    left join deal_move m on m.workspace_id = $1 and m.from_stage_id = s.id
     and m.at >= (select $3::date::timestamp at time zone zone from clock)
     and m.at < (select ($4::date + 1)::timestamp at time zone zone from clock)
    left join pipeline_stage t on t.workspace_id = $1 and t.id = m.to_stage_id
   where s.workspace_id = $1 and s.pipeline_id = $2 and s.kind = 'open' and s.removed_at is null
   group by s.id, s.name, s.position order by s.position, s.id`;

/** How deals left the stages of a pipeline within some days, and how long they had been there. */
export async function readStages(
  { read, workspaceId }: ReadScope,
  { from, until, pipelineId }: z.output<typeof dealStagesInput>,
): Promise<DealStages> {
  const rows = await read<StageRow>(stages, [workspaceId, pipelineId, from, until]);
  if (rows.length === 0) await requirePipeline({ read, workspaceId }, pipelineId);
  return {
    items: rows.map(({ id, median: medianSeconds, ...row }) => ({
      stageId: toPublicId('pipelineStage', id),
      ...row,
      medianSeconds,
    })),
  };
}
