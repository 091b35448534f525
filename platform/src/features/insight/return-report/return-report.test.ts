import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendTo, startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

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
const dayAt = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const days = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

interface Spent {
  amount: number;
  startsOn: string;
  endsOn: string;
  campaignIds: string[];
  sources: string[];
}

/** What a cost comes to in some days, unit by unit, for each of what it was spent on. */
function unitByUnit({ amount, startsOn, endsOn }: Spent, keys: readonly string[], from: string, until: string) {
  const length = days(startsOn, endsOn) + 1;
  const sums = new Map<string | null, number>();
  for (let unit = 0; unit < amount; unit += 1) {
    // The day whose piece of the row holds this unit.
    let day = 0;
    while (Math.floor((amount * (day + 1)) / length) <= unit) day += 1;
    const on = new Date(Date.parse(startsOn) + day * 86_400_000).toISOString().slice(0, 10);
    if (on < from || on > until) continue;
    const key = keys.length > 0 ? keys[unit % keys.length]! : null;
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  return sums;
}

describe('what was spent and what came of it', () => {
  it.each([1, 2, 3])(
    'splits costs over days, campaigns and sources so that they come to the whole, to the unit (%i)',
    async (seed) => {
      const { caller } = await platform.createWorkspace();
      const chance = chanceOf(seed);
      const below = (most: number) => Math.floor(chance() * most);
      const campaigns = await Promise.all(['A', 'B', 'C'].map((name) => caller.campaigns.create({ name })));
      const sources = ['import', 'api', 'manual'];
      const all: Spent[] = Array.from({ length: 12 }, () => {
        const start = below(80);
        return {
          amount: below(4) === 0 ? below(5) : below(3_000),
          startsOn: dayAt(start),
          endsOn: dayAt(start + (below(2) === 0 ? 0 : below(70))),
          campaignIds: campaigns.map(({ id }) => id).slice(0, below(4)),
          sources: sources.slice(below(3), 1 + below(3)),
        };
      });
      for (const cost of all) await caller.costs.create({ name: 'c', ...cost });
      for (const [from, until] of [
        ['2026-01-01', '2026-06-30'],
        ['2026-01-20', '2026-02-17'],
        ['2026-03-05', '2026-03-05'],
      ] as const)
        for (const by of ['campaign', 'source'] as const) {
          const wanted = new Map<string | null, number>();
          for (const cost of all)
            for (const [key, sum] of unitByUnit(cost, by === 'campaign' ? cost.campaignIds : cost.sources, from, until))
              wanted.set(key, (wanted.get(key) ?? 0) + sum);
          const report = await caller.returnReports.overview({ from, until, by });
          const found = new Map(report.items.map(({ key, money }) => [key, money[0]?.cost ?? 0]));
          expect(found).toEqual(wanted);
          const whole = [...wanted.values()].reduce((sum, part) => sum + part, 0);
          expect(report.total.money[0]?.cost ?? 0).toBe(whole);
          expect(report.months.reduce((sum, { cost }) => sum + cost, 0)).toBe(whole);
        }
      const ever = await caller.returnReports.overview({ from: '2026-01-01', until: '2026-12-31' });
      expect(ever.total.money[0]?.cost).toBe(all.reduce((sum, { amount }) => sum + amount, 0));
    },
  );

  it('splits a whole cost by largest remainder: the first ones get what is left over', async () => {
    const { caller } = await platform.createWorkspace();
    const campaigns = await Promise.all(['A', 'B', 'C'].map((name) => caller.campaigns.create({ name })));
    const ids = campaigns.map(({ id }) => id);
    await caller.costs.create({
      name: 'c',
      amount: 1_001,
      startsOn: '2026-01-01',
      endsOn: '2026-01-07',
      campaignIds: ids,
    });
    const { items } = await caller.returnReports.overview({ from: '2026-01-01', until: '2026-01-31' });
    const costs = new Map(items.map(({ key, money }) => [key, money[0]?.cost]));
    expect(ids.map((id) => costs.get(id))).toEqual([334, 334, 333]);
  });

  it('counts each lead once: contacted, answered, converted, lost, by campaign, by source and in all', async () => {
    const workspace = await platform.createWorkspace({ timeZone: 'UTC' });
    const { caller } = workspace;
    const [one, two] = [await caller.campaigns.create({ name: 'One' }), await caller.campaigns.create({ name: 'Two' })];
    const leads = [];
    for (const name of ['a', 'b', 'c']) leads.push((await caller.leads.create({ email: `${name}@example.com` })).id);
    const [a, b, c] = leads as [string, string, string];
    const at = (day: string) => new Date(`${day}T12:00:00Z`);
    const today = new Date().toISOString().slice(0, 10);
    // The first answered twice, and is in both campaigns.
    await sendTo(workspace, { leadId: a, campaignId: one.id, at: at(today), repliedAt: at(today) });
    await sendTo(workspace, { leadId: a, campaignId: one.id, at: at(today), repliedAt: at(today) });
    await sendTo(workspace, { leadId: a, campaignId: two.id, at: at(today) });
    await sendTo(workspace, { leadId: b, campaignId: one.id, at: at(today) });
    await sendTo(workspace, { leadId: c, campaignId: one.id, at: at('2020-01-01') });
    const happenedAt = `${today}T13:00:00.000Z`;
    await caller.conversions.create({ leadId: a, kind: 'meeting', campaignId: one.id, happenedAt });
    await caller.conversions.create({ leadId: a, kind: 'signed', value: 900, campaignId: one.id, happenedAt });
    await caller.conversions.create({ leadId: b, outcome: 'lost', reason: 'No', campaignId: one.id, happenedAt });
    await caller.costs.create({ name: 'c', amount: 301, startsOn: today, campaignIds: [one.id], sources: ['manual'] });
    const report = await caller.returnReports.overview({ from: today, until: today });
    const money = {
      currency: 'EUR',
      cost: 301,
      revenue: 900,
      roi: 1.99,
      costPerLead: 151,
      costPerReply: 301,
      costPerConversion: 301,
    };
    const figures = { contacted: 2, replied: 1, converted: 1, lost: 1, money: [money] };
    expect(report.items).toEqual([
      { key: one.id, name: 'One', ...figures },
      { key: two.id, name: 'Two', contacted: 1, replied: 0, converted: 0, lost: 0, money: [] },
    ]);
    expect(report.total).toEqual(figures);
    const bySource = await caller.returnReports.overview({ from: today, until: today, by: 'source' });
    expect(bySource.items).toEqual([{ key: 'manual', name: 'manual', ...figures }]);
    expect(bySource.total).toEqual(figures);
  });

  it('counts the revenue of a deal once: when it is won, until it is open again, and as a conversion says that names it', async () => {
    const { caller } = await platform.createWorkspace({ timeZone: 'UTC' });
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    const deal = await caller.deals.create({ title: 'Big', value: 5_000, leadIds: [leadId] });
    const today = new Date().toISOString().slice(0, 10);
    const counted = async () => {
      const { total, items } = await caller.returnReports.overview({ from: today, until: today, by: 'source' });
      return [total.converted, total.money[0]?.revenue ?? 0, items[0]?.key ?? null];
    };
    expect(await counted()).toEqual([0, 0, null]);
    await caller.deals.close({ id: deal.id, outcome: 'won' });
    expect(await counted()).toEqual([1, 5_000, 'manual']);
    await caller.deals.update({ id: deal.id, value: 6_000 });
    expect(await counted()).toEqual([1, 6_000, 'manual']);
    const named = await caller.conversions.create({ leadId, kind: 'signed', dealId: deal.id, value: 5_500 });
    expect(await counted()).toEqual([1, 5_500, 'manual']);
    await caller.deals.reopen({ id: deal.id });
    expect(await counted()).toEqual([1, 5_500, 'manual']);
    await caller.conversions.archive({ ids: [named.id] });
    expect(await counted()).toEqual([0, 0, null]);
    await caller.deals.close({ id: deal.id, outcome: 'won' });
    await caller.deals.archive({ ids: [deal.id] });
    expect(await counted()).toEqual([0, 0, null]);
  });

  it('never mixes currencies, and divides nothing by nothing', async () => {
    const { caller } = await platform.createWorkspace({ timeZone: 'UTC' });
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    const happenedAt = '2026-02-10T10:00:00.000Z';
    await caller.conversions.create({ leadId, kind: 'signed', value: 100, currency: 'USD', happenedAt });
    await caller.conversions.create({ leadId, kind: 'signed', value: 70, currency: 'JPY', happenedAt });
    await caller.costs.create({ name: 'c', amount: 40, currency: 'USD', startsOn: '2026-02-01' });
    const { total, months } = await caller.returnReports.overview({ from: '2026-02-01', until: '2026-02-28' });
    const none = { costPerLead: null, costPerReply: null };
    expect(total.money).toEqual([
      { currency: 'JPY', cost: 0, revenue: 70, roi: null, ...none, costPerConversion: 0 },
      { currency: 'USD', cost: 40, revenue: 100, roi: 1.5, ...none, costPerConversion: 40 },
    ]);
    expect(months).toEqual([
      { month: '2026-02', currency: 'JPY', cost: 0, revenue: 70 },
      { month: '2026-02', currency: 'USD', cost: 40, revenue: 100 },
    ]);
  });

  it('goes by the days of the workspace’s clock, and refuses a span that is turned around or too long', async () => {
    const { caller } = await platform.createWorkspace({ timeZone: 'Pacific/Auckland' });
    const { id: leadId } = await caller.leads.create({ email: 'a@example.com' });
    // In Auckland it is the first of March already.
    await caller.conversions.create({ leadId, kind: 'signed', value: 1, happenedAt: '2026-02-28T11:30:00.000Z' });
    const revenue = async (from: string, until: string) =>
      (await caller.returnReports.overview({ from, until })).months.map(({ month }) => month);
    expect(await revenue('2026-03-01', '2026-03-01')).toEqual(['2026-03']);
    expect(await revenue('2026-02-01', '2026-02-28')).toEqual([]);
    for (const [from, until] of [
      ['2026-03-02', '2026-03-01'],
      ['2026-01-01', '2027-03-01'],
    ] as const)
      await expect(caller.returnReports.overview({ from, until })).rejects.toMatchObject({
        cause: { code: 'request.invalid' },
      });
  });
});
