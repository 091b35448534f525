import { fromPublicId, toPublicId } from '@tabard/contract';
import { forecastCategories } from '@tabard/contract/crm/deal-words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** A chance that is the same each time. */
const chanceOf = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

interface Planned {
  value: number;
  currency: string;
  stage: number;
  probability: number | null;
  expected: string | null;
  forecast: string;
  closedAt: string | null;
  archived: boolean;
  source: string | null;
}

/** Deals by chance, written as rows; with the stages of their pipeline. */
async function plant(seed: number, count: number) {
  const workspace = await platform.createWorkspace();
  const { caller, scope, workspaceId } = workspace;
  const { items } = await caller.pipelines.start({});
  const pipeline = items[0]!;
  const chance = chanceOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const deals = Array.from({ length: count }, (): Planned => {
    const stage = Math.floor(chance() * pipeline.stages.length);
    const isOpen = pipeline.stages[stage]!.kind === 'open';
    const day = new Date(
      Date.UTC(2026, 9, 1) + Math.floor(chance() * 240) * 86_400_000 + Math.floor(chance() * 86_400_000),
    );
    return {
      value: Math.floor(chance() * 1e7) + (chance() < 0.01 ? 4e12 : 0),
      currency: pick(['EUR', 'USD', 'JPY']),
      stage,
      probability: chance() < 0.3 ? Math.floor(chance() * 101) : null,
      expected: chance() < 0.9 ? day.toISOString().slice(0, 10) : null,
      forecast: pick(forecastCategories),
      closedAt: isOpen ? null : day.toISOString(),
      archived: chance() < 0.1,
      source: pick(['Fair', 'Referral', null]),
    };
  });
  await scope.write(({ sql }) =>
    sql(
      `insert into deal (workspace_id, id, title, pipeline_id, stage_id, status, value, currency, probability, expected_close_on, forecast,
                         closed_at, archived_at, source, stage_since, rank)
       select $1, gen_random_uuid(), 'd', $2, g.stage_id, g.status, g.value, g.currency, g.probability, g.expected, g.forecast, g.closed_at,
              case when g.archived then now() end, g.source, now(), 'i'
         from jsonb_to_recordset($3::jsonb) as g(stage_id uuid, status text, value bigint, currency text, probability int, expected date,
              forecast text, closed_at timestamptz, archived boolean, source text)`,
      [
        workspaceId,
        fromPublicId('pipeline', pipeline.id),
        JSON.stringify(
          deals.map(({ stage, closedAt, ...deal }) => ({
            ...deal,
            closed_at: closedAt,
            status: pipeline.stages[stage]!.kind,
            stage_id: fromPublicId('pipelineStage', pipeline.stages[stage]!.id),
          })),
        ),
      ],
    ),
  );
  return { ...workspace, pipeline, deals };
}

describe('figures of deals', () => {
  it.each([1, 2, 3])('are what a recount by hand gives, to the smallest unit (%i)', async (seed) => {
    const { caller, scope, workspaceId, pipeline, deals } = await plant(seed, 400);
    const zone = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland'][seed - 1]!;
    await scope.write(({ sql }) => sql('update workspace set time_zone = $2 where id = $1', [workspaceId, zone]));
    const monthIn = (moment: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
        .format(new Date(moment))
        .slice(0, 7);
    const { items } = await caller.dealReports.forecast({ from: '2026-11', months: 4 });
    const months = ['2026-11', '2026-12', '2027-01', '2027-02'];
    for (const month of months)
      for (const currency of ['EUR', 'USD', 'JPY']) {
        const row = items.find((one) => one.month === month && one.currency === currency);
        const live = deals.filter((deal) => !deal.archived && deal.currency === currency);
        const open = live.filter(
          (deal) => deal.closedAt === null && deal.expected?.startsWith(month) && deal.forecast !== 'omitted',
        );
        const won = live.filter(
          (deal) => deal.closedAt && pipeline.stages[deal.stage]!.kind === 'won' && monthIn(deal.closedAt) === month,
        );
        const sum = (from: Planned[], of: (deal: Planned) => bigint = ({ value }) => BigInt(value)) =>
          Number(from.reduce((total, deal) => total + of(deal), 0n));
        expect(row ?? { count: 0, pipeline: 0, weighted: 0, commit: 0, bestCase: 0, won: 0, closed: 0 }).toMatchObject({
          count: open.length,
          pipeline: sum(open),
          weighted: sum(
            open,
            (deal) =>
              (BigInt(deal.value) * BigInt(deal.probability ?? pipeline.stages[deal.stage]!.probability) + 50n) / 100n,
          ),
          commit: sum(open.filter(({ forecast }) => forecast === 'commit')),
          bestCase: sum(open.filter(({ forecast }) => forecast === 'commit' || forecast === 'best_case')),
          won: won.length,
          closed: sum(won),
        });
      }
    const by = await caller.dealReports.outcomes({ from: '2026-10-01', until: '2027-12-31', by: 'source' });
    for (const source of ['Fair', 'Referral', null]) {
      const closed = deals.filter((deal) => !deal.archived && deal.closedAt && deal.source === source);
      const mine = by.items.filter(({ key }) => key === source);
      const total = (of: 'won' | 'lost') => mine.reduce((all, one) => all + one[of], 0);
      expect([total('won'), total('lost')]).toEqual(
        (['won', 'lost'] as const).map(
          (kind) => closed.filter(({ stage }) => pipeline.stages[stage]!.kind === kind).length,
        ),
      );
    }
  });

  it('are of one pipeline and one owner where that is asked, and of nobody else’s workspace', async () => {
    const { caller, pipeline } = await plant(9, 60);
    const all = await caller.dealReports.forecast({ from: '2026-10', months: 12 });
    expect(await caller.dealReports.forecast({ from: '2026-10', months: 12, pipelineId: pipeline.id })).toEqual(all);
    const other = await caller.pipelines.create({ name: 'Other' });
    expect((await caller.dealReports.forecast({ from: '2026-10', months: 12, pipelineId: other.id })).items).toEqual(
      [],
    );
    const ownerId = toPublicId('member', '00000000-0000-7000-8000-000000000000');
    expect((await caller.dealReports.forecast({ from: '2026-10', months: 12, ownerId })).items).toEqual([]);
    const stranger = await platform.createWorkspace();
    expect((await stranger.caller.dealReports.forecast({ from: '2026-10', months: 12 })).items).toEqual([]);
  });

  it('say how deals left each stage, and after how long half of them had', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { items } = await caller.pipelines.start({});
    const { id: pipelineId, stages } = items[0]!;
    const [fresh, qualified, proposal, , won, lost] = stages;
    const put = async (...to: (typeof stages)[number][]) => {
      const deal = await caller.deals.create({ title: 'd' });
      for (const stage of to) await caller.deals.move({ id: deal.id, stageId: stage.id });
    };
    await put(qualified!, proposal!, qualified!, won!);
    await put(qualified!, lost!);
    await put(proposal!);
    await put(lost!);
    // Three days, one and two in the first stage.
    await scope.write(({ sql }) =>
      sql(
        `update deal_move m set from_since = m.at - n.days * interval '1 day'
           from (select id, (array[3, 1, 2, 9])[row_number() over (order by at)] as days from deal_move where from_stage_id = $1) n
          where m.id = n.id`,
        [fromPublicId('pipelineStage', fresh!.id)],
      ),
    );
    const today = new Date();
    const day = (by: number) => new Date(today.getTime() + by * 86_400_000).toISOString().slice(0, 10);
    const report = await caller.dealReports.stages({ pipelineId, from: day(-1), until: day(1) });
    expect(report.items.map(({ name, left, forward, lost: gone, back }) => [name, left, forward, gone, back])).toEqual([
      ['New', 4, 3, 1, 0],
      ['Qualified', 3, 2, 1, 0],
      ['Proposal', 1, 0, 0, 1],
      ['Negotiation', 0, 0, 0, 0],
    ]);
    expect(report.items[0]!.medianSeconds).toBe(2.5 * 86_400);
    expect(report.items[3]!.medianSeconds).toBeNull();
    const past = await caller.dealReports.stages({ pipelineId, from: day(-9), until: day(-3) });
    expect(past.items.every(({ left }) => left === 0)).toBe(true);
  });
});
