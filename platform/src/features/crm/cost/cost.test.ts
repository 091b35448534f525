import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('costs', () => {
  it('come back as they were written, in their own workspace only', async () => {
    const { caller } = await platform.createWorkspace();
    const written = await caller.costs.create({ name: 'First' });
    expect(await caller.costs.get({ id: written.id })).toEqual(written);
    const stranger = await platform.createWorkspace();
    await expect(stranger.caller.costs.get({ id: written.id })).rejects.toMatchObject({
      cause: { code: 'cost.not_found' },
    });
  });

  it('are listed, searched, archived and restored, and say so', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const [first, second] = [
      await caller.costs.create({ name: 'First' }),
      await caller.costs.create({ name: 'Second' }),
    ];
    const names = async (filter: { search?: string; archived?: boolean }) =>
      (await caller.costs.list({ filter, sort: 'name', direction: 'asc' })).items.map(({ name }) => name);
    expect(await names({ search: 'FIR' })).toEqual(['First']);
    await caller.costs.update({ id: second.id, name: 'Other' });
    await caller.costs.archive({ ids: [first.id] });
    expect(await names({})).toEqual(['Other']);
    expect(await names({ archived: true })).toEqual(['First']);
    await caller.costs.restore({ ids: [first.id] });
    expect(await caller.costs.count({})).toEqual({ count: 2 });
    const events = await scope.read<{ type: string; data: { costId: string } }>(
      'select type, data from event order by id',
    );
    expect(events.map(({ type }) => type)).toEqual(
      ['created', 'created', 'updated', 'archived', 'restored'].map((verb) => `cost.${verb}`),
    );
    expect(events.at(-1)?.data.costId).toBe(first.id);
  });
});
