import { fromPublicId } from '@tabard/contract';
import type { Deal } from '@tabard/contract/crm/deal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** A workspace with its usual pipeline, and its stages by name. */
async function stage() {
  const workspace = await platform.createWorkspace();
  const { items } = await workspace.caller.pipelines.start({});
  const [pipeline] = items;
  const stages = Object.fromEntries(pipeline!.stages.map(({ name, id }) => [name, id])) as Record<string, string>;
  return { ...workspace, pipeline: pipeline!, stages };
}
const inOrder = async ({ caller }: Pick<TestWorkspace, 'caller'>, stageId: string) =>
  (await caller.deals.list({ filter: { stageId }, sort: 'rank', direction: 'asc', limit: 200 })).items.map(
    ({ title }) => title,
  );
const told = async ({ scope }: Pick<TestWorkspace, 'scope'>, like: string) =>
  (await scope.read<{ type: string }>('select type from event where type like $1 order by id', [like])).map(
    ({ type }) => type,
  );
const refusal = (code: string, path?: string) => ({
  cause: { code, ...(path && { details: [expect.objectContaining({ path })] }) },
});

describe('deals', () => {
  it('come to no more than one can be worth by their products, and to a number however much they are worth together', async () => {
    const { caller, pipeline } = await stage();
    const lines = [{ name: 'Lane', quantity: 1_000_000_000, unitPrice: 1_000_000_000_000, discount: 0 }];
    await expect(caller.deals.create({ title: 'Too much', lines })).rejects.toMatchObject(
      refusal('request.invalid', 'lines'),
    );
    for (let at = 0; at < 10; at++) await caller.deals.create({ title: `Deal ${at}`, value: 1_000_000_000_000_000 });
    const { items } = await caller.deals.totals({ pipelineId: pipeline.id });
    expect(items[0]?.sums[0]?.value).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('begin in the usual pipeline of a workspace that never had one, also where many begin at once', async () => {
    const { caller } = await platform.createWorkspace();
    const made = await Promise.all(['One', 'Two', 'Three', 'Four'].map((title) => caller.deals.create({ title })));
    expect(new Set(made.map(({ pipelineId }) => pipelineId)).size).toBe(1);
    expect((await caller.pipelines.list({})).items).toHaveLength(1);
    expect(made[0]).toMatchObject({ stageName: 'New', status: 'open', odds: 10, currency: 'EUR', value: 0 });
  });

  it('come back as they were written, with their people, in their own workspace only', async () => {
    const { caller } = await stage();
    const [ana, ben] = [
      await caller.leads.create({ email: 'ana@client.example', firstName: 'Ana' }),
      await caller.leads.create({ email: 'ben@client.example' }),
    ];
    const company = await caller.companies.create({ name: 'Client' });
    const written = await caller.deals.create({
      title: 'Licences',
      companyId: company.id,
      leadIds: [ben.id, ana.id],
      source: 'Fair',
      currency: 'USD',
      value: 9007199254,
      expectedCloseOn: '2027-02-28',
      probability: 42,
      forecast: 'commit' as const,
    });
    expect(await caller.deals.get({ id: written.id })).toEqual(written);
    expect(written).toMatchObject({
      companyName: 'Client',
      leadIds: [ben.id, ana.id],
      odds: 42,
      expectedCloseOn: '2027-02-28',
      contacts: [
        {
          leadId: ben.id,
          name: 'ben@client.example',
          isPrimary: true,
        },
        {
          leadId: ana.id,
          name: 'Ana',
          isPrimary: false,
        },
      ],
    });
    const changed = await caller.deals.update({ id: written.id, leadIds: [ana.id] });
    expect(changed).toMatchObject({ leadIds: [ana.id], revision: 2 });
    expect((await caller.deals.list({ filter: { leadId: ben.id } })).items).toEqual([]);
    expect((await caller.deals.list({ filter: { leadId: ana.id } })).items).toEqual([changed]);
    const stranger = await stage();
    await expect(stranger.caller.deals.get({ id: written.id })).rejects.toMatchObject(refusal('deal.not_found'));
    await expect(stranger.caller.deals.create({ title: 'X', leadIds: [ana.id] })).rejects.toMatchObject(
      refusal('request.invalid', 'leadIds.0'),
    );
    await expect(
      stranger.caller.deals.move({ id: written.id, stageId: stranger.stages['New']! }),
    ).rejects.toMatchObject(refusal('deal.not_found'));
  });

  it('are worth the sum of their products, to the cent', async () => {
    const { caller } = await stage();
    const lines = [
      { name: 'Seats', quantity: 7000, unitPrice: 1999, discount: 1250 },
      { name: 'Hours', quantity: 1500, unitPrice: 12_345, discount: 0 },
    ];
    // 7 × 19.99 − 12.5 % = 122.43875, and 1.5 × 123.45 = 185.175: 122.44 + 185.18.
    const deal = await caller.deals.create({ title: 'Lines', lines });
    expect(deal.value).toBe(12_244 + 18_518);
    await expect(caller.deals.update({ id: deal.id, value: 5 })).rejects.toMatchObject(
      refusal('request.invalid', 'value'),
    );
    expect((await caller.deals.update({ id: deal.id, lines: [], value: 5 })).value).toBe(5);
  });

  it('move to any place of a stage, and are won, lost and opened again with their reasons', async () => {
    const workspace = await stage();
    const { caller, stages } = workspace;
    const reason = await caller.dealReasons.create({ name: 'Price', outcome: 'lost' });
    const [a, b, c] = [
      await caller.deals.create({ title: 'a', stageId: stages['Proposal'] }),
      await caller.deals.create({ title: 'b', stageId: stages['Proposal'] }),
      await caller.deals.create({ title: 'c' }),
    ];
    expect(await inOrder(workspace, stages['Proposal']!)).toEqual(['b', 'a']);
    await caller.deals.move({ id: c.id, stageId: stages['Proposal']!, afterId: b.id, fromStageId: stages['New'] });
    expect(await inOrder(workspace, stages['Proposal']!)).toEqual(['b', 'c', 'a']);
    await caller.deals.move({ id: b.id, stageId: stages['Proposal']!, afterId: a.id });
    expect(await inOrder(workspace, stages['Proposal']!)).toEqual(['c', 'a', 'b']);
    const lost = await caller.deals.close({ id: a.id, outcome: 'lost', reasonId: reason.id, note: 'Too dear' });
    expect(lost).toMatchObject({ status: 'lost', reasonName: 'Price', reasonNote: 'Too dear', odds: 0 });
    expect(lost.closedAt).not.toBeNull();
    await expect(caller.deals.close({ id: b.id, outcome: 'won', reasonId: reason.id })).rejects.toMatchObject(
      refusal('request.invalid', 'reasonId'),
    );
    const again = await caller.deals.reopen({ id: a.id });
    expect(again).toMatchObject({ status: 'open', stageName: 'Proposal', reasonName: null, closedAt: null });
    expect(await caller.deals.close({ id: b.id, outcome: 'won' })).toMatchObject({ status: 'won', odds: 100 });
    expect(await told(workspace, 'deal.%')).toEqual(
      ['created', 'created', 'created', 'stage_changed', 'sorted', 'stage_changed', 'lost', 'stage_changed', 'reopened']
        .concat(['stage_changed', 'won'])
        .map((verb) => `deal.${verb}`),
    );
    const { items } = await caller.deals.history({ id: a.id });
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      ['Lost', 'Proposal'],
      ['Proposal', 'Lost'],
      [null, 'Proposal'],
    ]);
  });

  it('enter a stage only with what it asks for', async () => {
    const { caller, pipeline, stages } = await stage();
    await caller.pipelines.update({
      id: pipeline.id,
      stages: pipeline.stages.map((one) =>
        one.name === 'Proposal' ? { ...one, requiredFields: ['value', 'leadIds'] } : one,
      ),
    });
    const deal = await caller.deals.create({ title: 'Bare' });
    const enter = () => caller.deals.move({ id: deal.id, stageId: stages['Proposal']! });
    await expect(enter()).rejects.toMatchObject({
      cause: { code: 'deal.fields_missing', details: [{ path: 'value' }, { path: 'leadIds' }] },
    });
    const lead = await caller.leads.create({ email: 'ana@client.example' });
    await caller.deals.update({ id: deal.id, value: 100, leadIds: [lead.id] });
    expect(await enter()).toMatchObject({ stageName: 'Proposal' });
  });

  it('tell whoever moves or changes one that somebody else was first', async () => {
    const { caller, stages } = await stage();
    const deal = await caller.deals.create({ title: 'Wanted' });
    const move = (to: string) =>
      caller.deals.move({ id: deal.id, stageId: stages[to]!, fromStageId: stages['New'] }).then(
        () => 'moved',
        (error: { cause: { code: string } }) => error.cause.code,
      );
    const came = await Promise.all(['Qualified', 'Proposal', 'Negotiation', 'Won'].map(move));
    expect(came.toSorted()).toEqual(['deal.moved', 'deal.moved', 'deal.moved', 'moved']);
    expect((await caller.deals.history({ id: deal.id })).items).toHaveLength(2);
    const { revision } = await caller.deals.update({ id: deal.id, title: 'Changed' });
    await expect(caller.deals.update({ id: deal.id, title: 'Late', revision: revision - 1 })).rejects.toMatchObject(
      refusal('deal.changed'),
    );
  });

  it('keep one order and lose no move where many are moved at once', async () => {
    const workspace = await stage();
    const { caller, stages } = workspace;
    const made: Deal[] = [];
    for (let at = 0; at < 12; at += 1) made.push(await caller.deals.create({ title: `d${at}` }));
    const names = ['Qualified', 'Proposal', 'Negotiation'];
    const after = (at: number) => ({ afterId: made[(at * 5 + 3) % made.length]!.id });
    await Promise.all(
      made.flatMap((deal, at) => [
        caller.deals.move({ id: deal.id, stageId: stages[names[at % 3]!]!, ...after(at) }),
        caller.deals.move({ id: deal.id, stageId: stages[names[(at + 1) % 3]!]!, ...after(at) }),
      ]),
    );
    const [row] = await workspace.scope.read<{ places: number; deals: number; broken: number }>(
      `select count(distinct (d.stage_id, d.rank))::int as places, count(*)::int as deals,
              (select count(*)::int from deal_move m where m.from_stage_id is not null
                  and not exists (select from deal_move b where b.deal_id = m.deal_id and b.to_stage_id = m.from_stage_id)) as broken
         from deal d`,
    );
    expect(row).toEqual({ places: 12, deals: 12, broken: 0 });
    for (const deal of made) {
      const { items } = await caller.deals.history({ id: deal.id });
      // Each move begins where the one before ended.
      items.slice(0, -1).forEach(({ from }, at) => expect(from).toBe(items[at + 1]!.to));
      expect(items[0]!.to).toBe((await caller.deals.get({ id: deal.id })).stageName);
    }
  });

  it('are summed by stage and currency, weighted deal by deal', async () => {
    const { caller, pipeline, stages } = await stage();
    await caller.deals.create({ title: 'a', value: 333, stageId: stages['Qualified'] });
    await caller.deals.create({ title: 'b', value: 335, stageId: stages['Qualified'], probability: 50 });
    await caller.deals.create({ title: 'c', value: 1000, currency: 'USD', stageId: stages['Qualified'] });
    await caller.deals.create({ title: 'd', value: 77, stageId: stages['Won'] });
    const { items } = await caller.deals.totals({ pipelineId: pipeline.id });
    const of = (name: string) => items.find(({ stageId }) => stageId === stages[name]);
    expect(of('Qualified')).toMatchObject({
      count: 3,
      sums: [
        { currency: 'EUR', count: 2, value: 668, weighted: 83 + 168 },
        { currency: 'USD', count: 1, value: 1000, weighted: 250 },
      ],
    });
    expect(of('Won')?.sums[0]).toMatchObject({ value: 77, weighted: 77 });
    const some = await caller.deals.totals({
      pipelineId: pipeline.id,
      where: { field: 'value', op: 'at_least', value: 400 },
    });
    expect(some.items.map(({ count }) => count)).toEqual([1]);
  });

  it('are listed by value and by the day they close, those without a day last, page by page', async () => {
    const { caller } = await stage();
    for (const [title, value, expectedCloseOn] of [
      ['a', 30, '2027-03-01'],
      ['b', 10, null],
      ['c', 2000, '2027-01-15'],
    ] as const)
      await caller.deals.create({ title, value, expectedCloseOn });
    const walk = async (sort: 'value' | 'expected_close_on') => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await caller.deals.list({ sort, direction: 'asc', limit: 1, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return seen.join('');
    };
    expect(await walk('value')).toBe('bac');
    expect(await walk('expected_close_on')).toBe('cab');
    const due = await caller.deals.list({ where: { field: 'expectedCloseOn', op: 'before', value: '2027-02-01' } });
    expect(due.items.map(({ title }) => title)).toEqual(['c']);
  });

  it('of a company that became part of another are read with that one, and of a lead where it is in them', async () => {
    const { caller } = await stage();
    const [stays, goes] = [
      await caller.companies.create({ name: 'Client' }),
      await caller.companies.create({ name: 'Client Ltd' }),
    ];
    const lead = await caller.leads.create({ email: 'ana@client.example' });
    await caller.deals.create({ title: 'Own', companyId: stays.id });
    await caller.deals.create({ title: 'Brought', companyId: goes.id, leadIds: [lead.id] });
    await caller.deals.create({ title: 'Of nobody' });
    await caller.companies.merge({ id: stays.id, otherId: goes.id });
    const titles = async (subject: { noun: 'lead' | 'company'; id: string }) =>
      (await caller.deals.list({ subject })).items.map(({ title }) => title);
    expect(await titles({ noun: 'company', id: stays.id })).toEqual(['Brought', 'Own']);
    expect(await titles({ noun: 'lead', id: lead.id })).toEqual(['Brought']);
  });

  it('let go of a company that is deleted and of a lead that is gone', async () => {
    const { caller, scope } = await stage();
    const company = await caller.companies.create({ name: 'Client' });
    const lead = await caller.leads.create({ email: 'ana@client.example' });
    const deal = await caller.deals.create({ title: 'Stays', companyId: company.id, leadIds: [lead.id] });
    await caller.companies.remove({ id: company.id });
    await scope.write(({ sql }) => sql('delete from lead where id = $1', [fromPublicId('lead', lead.id) ?? newId()]));
    expect(await caller.deals.get({ id: deal.id })).toMatchObject({ companyId: null, leadIds: [], contacts: [] });
  });
});
