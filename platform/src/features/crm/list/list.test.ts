import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

let made = 0;
const lead = async () => (await workspace.caller.leads.create({ email: `lead${++made}@example.com` })).id;
const leadsOf = async (listId: string) =>
  (await workspace.caller.leads.list({ filter: { listId } })).items.map(({ id }) => id).toSorted();

describe('lists', () => {
  it('keep the leads that were put on them, each once, and tell how many are live', async () => {
    const { caller } = workspace;
    const list = await caller.lists.create({ name: 'Fair in May', description: 'Met at the booth.' });
    expect(list).toMatchObject({ kind: 'leads', leadCount: 0 });
    const [first, second, third] = [await lead(), await lead(), await lead()];
    expect(await caller.lists.addLeads({ id: list.id, leadIds: [first, second] })).toEqual({ count: 2 });
    expect(await caller.lists.addLeads({ id: list.id, leadIds: [second, third] })).toEqual({ count: 1 });
    expect(await leadsOf(list.id)).toEqual([first, second, third].toSorted());
    expect((await caller.leads.get({ id: first })).lists).toEqual([list.id]);
    await caller.leads.archive({ ids: [first] });
    expect((await caller.lists.get({ id: list.id })).leadCount).toBe(2);
    expect(await caller.lists.removeLeads({ id: list.id, leadIds: [second, second, first] })).toEqual({ count: 2 });
    expect(await leadsOf(list.id)).toEqual([third]);
    expect(await caller.leads.count({ filter: { listId: list.id } })).toEqual({ count: 1 });
  });

  it('can be asked for in every place of a filter', async () => {
    const { caller } = workspace;
    const [one, other] = [await caller.lists.create({ name: 'One' }), await caller.lists.create({ name: 'Other' })];
    const [a, b, c] = [await lead(), await lead(), await lead()];
    await caller.lists.addLeads({ id: one.id, leadIds: [a, b] });
    await caller.lists.addLeads({ id: other.id, leadIds: [b] });
    const own = { field: 'email', op: 'is_one_of', value: [2, 1, 0].map((back) => `lead${made - back}@example.com`) };
    const among = async (of: object) =>
      (await caller.leads.list({ where: { all: [own, of] } })).items.map(({ id }) => id).toSorted();
    const has = (op: string, ...value: string[]) => ({ field: 'lists', op, value });
    expect(await among(has('has_any', one.id, other.id))).toEqual([a, b].toSorted());
    expect(await among(has('has_all', one.id, other.id))).toEqual([b]);
    expect(await among(has('has_none', other.id))).toEqual([a, c].toSorted());
    expect(await among({ field: 'lists', op: 'is_empty' })).toEqual([c]);
    expect(await among({ field: 'lists', op: 'is_not_empty' })).toEqual([a, b].toSorted());
    expect(await among({ any: [has('has_all', one.id, other.id), { field: 'lists', op: 'is_empty' }] })).toEqual(
      [b, c].toSorted(),
    );
    await expect(among(has('has_any', 'lst_1'))).rejects.toMatchObject({ cause: { code: 'filter.invalid' } });
  });

  it('take leads of their own workspace only, all that are given or none', async () => {
    const stranger = await platform.createWorkspace();
    const foreign = await stranger.caller.leads.create({ email: 'foreign@example.com' });
    const list = await workspace.caller.lists.create({ name: 'Ours' });
    const own = await lead();
    await expect(workspace.caller.lists.addLeads({ id: list.id, leadIds: [own, foreign.id] })).rejects.toMatchObject({
      cause: { code: 'lead.not_found' },
    });
    expect(await leadsOf(list.id)).toEqual([]);
    await workspace.caller.lists.archive({ ids: [list.id] });
    await expect(workspace.caller.lists.addLeads({ id: list.id, leadIds: [own] })).rejects.toMatchObject({
      cause: { code: 'list.not_found' },
    });
  });
});
