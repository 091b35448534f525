import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { overviewStatement } from './overview-statement.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('what was spent and what came of it', () => {
  it('answers for 200,000 conversions and as many deals in one round trip of a moment', async () => {
    const { caller, scope, workspaceId } = await platform.createWorkspace({ timeZone: 'UTC' });
    const { items } = await caller.pipelines.start({});
    const { id: pipelineId, stages } = items[0]!;
    const stage = fromPublicId('pipelineStage', stages.find(({ kind }) => kind === 'won')!.id);
    const count = 200_000;
    await scope.write(async ({ sql }) => {
      await sql(
        `insert into conversion (workspace_id, id, outcome, kind, happened_at, value, currency, source)
         select $1, gen_random_uuid(), 'converted', 'signed', '2026-01-01'::timestamptz + n % 360 * interval '1 day', 3, 'EUR', 'api'
           from generate_series(1, $2::int) as n`,
        [workspaceId, count],
      );
      await sql(
        `insert into deal (workspace_id, id, title, pipeline_id, stage_id, status, value, currency, closed_at, stage_since, rank)
         select $1, gen_random_uuid(), 'd', $2, $3, 'won', 5, 'EUR', '2026-01-01'::timestamptz + n % 360 * interval '1 day', now(), 'i'
           from generate_series(1, $4::int) as n`,
        [workspaceId, fromPublicId('pipeline', pipelineId), stage, count],
      );
    });
    const asked = { from: '2026-01-01', until: '2026-12-31' } as const;
    const began = performance.now();
    const { total } = await caller.returnReports.overview(asked);
    console.log('ms', performance.now() - began);
    const plan = await scope.read<{ 'QUERY PLAN': string }>(`explain (analyze, costs off) ${overviewStatement('campaign')}`, [workspaceId, asked.from, asked.until]);
    console.log(plan.map((row) => row['QUERY PLAN']).join('\n'));
    expect(total.money[0]).toMatchObject({ revenue: count * 8 });
    expect(total.converted).toBe(count * 2);
  });
});
