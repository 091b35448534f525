import { toPublicId, type Uuid } from '@tabard/contract';
import type { DealTotals, dealTotalsInput } from '@tabard/contract/crm/deal';
import type { z } from 'zod';
import { requirePipeline } from '#features/crm/pipeline';
import { selectOf, whereOf, type ReadScope } from '#kernel';
import { deals, oddsOf } from './deal.entity.ts';
import { sumOf } from './deal.rules.ts';

interface SumRow {
  stage_id: Uuid;
  currency: string;
  count: number;
  value: string;
  weighted: string;
}

/** What the deals of each stage come to, by currency. */
export async function sumStages(
  scope: ReadScope,
  { pipelineId, filter, where }: z.output<typeof dealTotalsInput>,
): Promise<DealTotals> {
  const values: unknown[] = [scope.workspaceId];
  const conditions = [selectOf(deals, filter, values), `d.pipeline_id = $${values.push(pipelineId)}`];
  if (where !== undefined) conditions.push(await whereOf(deals, scope, where, values));
  const rows = await scope.read<SumRow>(
    `select d.stage_id, d.currency, count(*)::int as count, sum(d.value)::text as value,
            sum((d.value * ${oddsOf('s.probability')} + 50) / 100)::text as weighted
       from deal d join pipeline_stage s on s.workspace_id = d.workspace_id and s.id = d.stage_id
      where ${conditions.join(' and ')} group by d.stage_id, d.currency order by count desc, d.currency`,
    values,
  );
  if (rows.length === 0) await requirePipeline(scope, pipelineId);
  const byStage = new Map<Uuid, SumRow[]>();
  for (const row of rows) byStage.set(row.stage_id, [...(byStage.get(row.stage_id) ?? []), row]);
  return {
    items: [...byStage].map(([id, sums]) => ({
      stageId: toPublicId('pipelineStage', id),
      count: sums.reduce((all, { count }) => all + count, 0),
      sums: sums.map(({ currency, count, value, weighted }) => ({
        currency,
        count,
        value: sumOf(value),
        weighted: sumOf(weighted),
      })),
    })),
  };
}
