import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('what was spent and what came of it', () => {
  it('is told of 100,000 conversions and 100,000 won deals, some of which a conversion names, in one round trip', async () => {
    const { caller, scope, workspaceId } = await platform.createWorkspace({ timeZone: 'UTC' });
    const { items } = await caller.pipelines.start({});
    const { id: pipelineId, stages } = items[0]!;
    const stage = fromPublicId('pipelineStage', stages.find(({ kind }) => kind === 'won')!.id);
    const [count, named] = [100_000, 5_000];
    await scope.write(async ({ sql }) => {
      await sql(
        `insert into deal (workspace_id, id, title, pipeline_id, stage_id, status, value, currency, closed_at, stage_since, rank)
         select $1, gen_random_uuid(), 'd', $2, $3, 'won', 5, 'EUR', '2026-01-01'::timestamptz + n % 360 * interval '1 day', now(), 'i'
           from generate_series(1, $4::int) as n`,
        [workspaceId, fromPublicId('pipeline', pipelineId), stage, count],
      );
      await sql(
        `insert into conversion (workspace_id, id, outcome, kind, happened_at, value, currency, source, deal_id)
         select $1, gen_random_uuid(), 'converted', 'signed', '2026-01-01'::timestamptz + n % 360 * interval '1 day', 3, 'EUR', 'api', d.id
           from generate_series(1, $2::int) as n
           left join (select id, row_number() over () as n from (select id from deal where workspace_id = $1 limit $3) as few) as d using (n)`,
        [workspaceId, count, named],
      );
    });
    const { total } = await caller.returnReports.overview({ from: '2026-01-01', until: '2026-12-31' });
    expect(total.money[0]).toMatchObject({ revenue: count * 3 + (count - named) * 5 });
    expect(total.converted).toBe(count * 2 - named);
  });
});
