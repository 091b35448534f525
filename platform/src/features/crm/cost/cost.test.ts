import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const first = { name: 'First', amount: 1_000, startsOn: '2026-03-01' };
const refused = (path: string) => ({ cause: { code: 'request.invalid', details: [{ path }] } });

describe('costs', () => {
  it('come back as they were written, in their own workspace only; a single day ends on itself', async () => {
    const { caller } = await platform.createWorkspace();
    const campaign = await caller.campaigns.create({ name: 'Spring' });
    const written = await caller.costs.create({ ...first, campaignIds: [campaign.id], sources: ['import'] });
    expect(written).toMatchObject({
      endsOn: '2026-03-01',
      kind: 'other',
      currency: 'EUR',
      campaigns: [{ id: campaign.id, name: 'Spring' }],
    });
    expect(await caller.costs.get({ id: written.id })).toEqual(written);
    const stranger = await platform.createWorkspace();
    await expect(stranger.caller.costs.get({ id: written.id })).rejects.toMatchObject({
      cause: { code: 'cost.not_found' },
    });
    await expect(stranger.caller.costs.create({ ...first, campaignIds: [campaign.id] })).rejects.toMatchObject(
      refused('campaignIds.0'),
    );
  });

  it('end no earlier than they begin, and within ten years', async () => {
    const { caller } = await platform.createWorkspace();
    await expect(caller.costs.create({ ...first, endsOn: '2026-02-28' })).rejects.toMatchObject(refused('endsOn'));
    await expect(caller.costs.create({ ...first, endsOn: '2037-01-01' })).rejects.toMatchObject(refused('endsOn'));
    const made = await caller.costs.create(first);
    await expect(caller.costs.update({ id: made.id, startsOn: '2026-03-02' })).rejects.toMatchObject(refused('endsOn'));
  });

  it('are listed, searched, filtered, archived and restored, and say so', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const campaign = await caller.campaigns.create({ name: 'Spring' });
    const one = await caller.costs.create(first);
    const two = await caller.costs.create({ ...first, name: 'Second', kind: 'tool', campaignIds: [campaign.id] });
    const three = await caller.costs.create({ ...first, name: 'Third', currency: 'USD', sources: ['api'] });
    const names = async (filter: NonNullable<Parameters<typeof caller.costs.list>[0]>['filter']) =>
      (await caller.costs.list({ filter, sort: 'name', direction: 'asc' })).items.map(({ name }) => name);
    expect(await names({ search: 'FIR' })).toEqual(['First']);
    expect(await names({ kind: ['tool'] })).toEqual(['Second']);
    expect(await names({ currency: ['USD'] })).toEqual(['Third']);
    expect(await names({ campaignId: campaign.id })).toEqual(['Second']);
    expect(await names({ source: 'api' })).toEqual(['Third']);
    await caller.costs.update({ id: two.id, name: 'Other' });
    await caller.costs.archive({ ids: [one.id, three.id] });
    expect(await names({})).toEqual(['Other']);
    expect(await names({ archived: true })).toEqual(['First', 'Third']);
    await caller.costs.restore({ ids: [one.id] });
    expect(await caller.costs.count({})).toEqual({ count: 2 });
    const events = await scope.read<{ type: string }>(`select type from event where type like 'cost.%' order by id`);
    expect(events.map(({ type }) => type.slice(5))).toEqual([
      'created',
      'created',
      'created',
      'updated',
      'archived',
      'archived',
      'restored',
    ]);
  });
});
