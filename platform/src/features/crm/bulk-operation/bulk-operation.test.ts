import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { appRouter } from '#features';
import { newId } from '#kernel';
import { runNextPart } from './run-bulk-operation.ts';

type Input = Parameters<TestWorkspace['caller']['bulkOperations']['start']>[0];

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

let made = 0;
const lead = async (more: object = {}) =>
  (await workspace.caller.leads.create({ email: `lead${++made}@example.com`, ...more })).id;
const read = (id: string) => workspace.caller.leads.get({ id });
const start = (action: Input['action'], ids: string[]) => workspace.caller.bulkOperations.start({ action, ids });
const undo = (id: string) => workspace.caller.bulkOperations.undo({ id });
/** Many leads of one company, past all that is checked. */
const insertMany = (count: number, company: string) =>
  workspace.scope.write(({ sql, workspaceId }) =>
    sql(
      `insert into lead (workspace_id, id, email, company) select $1, id, id || '@example.com', $3 from unnest($2::uuid[]) as id`,
      [workspaceId, Array.from({ length: count }, () => newId()), company],
    ),
  );
const uuidOf = (id: string) => fromPublicId('bulkOperation', id)!; // it was just given
const runPart = (id: string) => workspace.scope.write((scope) => runNextPart(scope, uuidOf(id)));
async function runRest(id: string): Promise<void> {
  while (await runPart(id));
}

describe('a bulk operation', () => {
  it('gives tags and takes them off, and puts back only what it changed', async () => {
    const [plain, tagged] = [await lead({ tags: ['own'] }), await lead({ tags: ['VIP', 'own'] })];
    const added = await start({ kind: 'add_tags', tags: ['vip', 'New'] }, [plain, tagged]);
    expect(added).toMatchObject({ state: 'completed', total: 2, done: 2, changed: 2, failed: 0 });
    expect([(await read(plain)).tags, (await read(tagged)).tags]).toEqual([
      ['own', 'VIP', 'New'],
      ['VIP', 'own', 'New'],
    ]);
    expect(await undo(added.id)).toMatchObject({ state: 'completed', changed: 2, undoOf: added.id });
    expect([(await read(plain)).tags, (await read(tagged)).tags]).toEqual([['own'], ['VIP', 'own']]);
    const removed = await start({ kind: 'remove_tags', tags: ['OWN'] }, [plain, tagged]);
    expect([(await read(plain)).tags, (await read(tagged)).tags]).toEqual([[], ['VIP']]);
    await undo(removed.id);
    expect([(await read(plain)).tags, (await read(tagged)).tags]).toEqual([['own'], ['VIP', 'own']]);
    await expect(undo(removed.id)).rejects.toMatchObject({ cause: { code: 'bulk_operation.not_undoable' } });
  });

  it('sets a field, also one of the workspace’s own, and gives back what nobody has changed since', async () => {
    await workspace.caller.customFields.create({ key: 'size', label: 'Size', type: 'number' });
    const [first, second] = [await lead({ city: 'Lyon', custom: { size: 3 } }), await lead({ city: 'Graz' })];
    const city = await start({ kind: 'set_field', field: 'city', value: 'Porto' }, [first, second]);
    const size = await start({ kind: 'set_field', field: 'custom.size', value: 12 }, [first, second]);
    expect(await read(second)).toMatchObject({ city: 'Porto', custom: { size: 12 } });
    await workspace.caller.leads.update({ id: first, city: 'Wien' });
    await undo(city.id);
    await undo(size.id);
    expect(await read(first)).toMatchObject({ city: 'Wien', custom: { size: 3 } });
    expect(await read(second)).toMatchObject({ city: 'Graz', custom: {} });
    const emptied = await start({ kind: 'set_field', field: 'city', value: null }, [first, second]);
    expect([emptied.changed, (await read(first)).city]).toEqual([2, null]);
    for (const wrong of [
      { field: 'custom.size', value: 'many' },
      { field: 'timeZone', value: 'Mars/Base' },
      { field: 'city', value: 7 },
    ])
      await expect(start({ kind: 'set_field', ...wrong }, [first])).rejects.toMatchObject({
        cause: { code: 'request.invalid' },
      });
    expect((await workspace.caller.bulkOperations.list({ limit: 1 })).items[0]?.id).toBe(emptied.id);
  });

  it('takes leads out of their company with another text, and back into it by undo', async () => {
    const { id } = await workspace.caller.companies.create({ name: 'Nordhamn', domains: ['nordhamn.example'] });
    const one = await lead({ email: 'one@nordhamn.example' });
    expect(await read(one)).toMatchObject({ companyId: id, company: 'Nordhamn' });
    const moved = await start({ kind: 'set_field', field: 'company', value: 'Elsewhere' }, [one]);
    expect(await read(one)).toMatchObject({ companyId: null, company: 'Elsewhere' });
    await undo(moved.id);
    expect(await read(one)).toMatchObject({ companyId: id, company: 'Nordhamn' });
  });

  it('archives and restores, and tells which lead could not come back', async () => {
    const [one, two] = [await lead(), await lead({ email: 'twice@example.com' })];
    const archived = await start({ kind: 'archive' }, [one, two]);
    const taken = await lead({ email: 'twice@example.com' });
    const back = await undo(archived.id);
    expect(back).toMatchObject({
      changed: 1,
      failed: 1,
      failures: [{ leadId: two, code: 'email_taken', message: 'Another lead has this email address.' }],
    });
    expect([(await read(one)).archivedAt, (await read(two)).archivedAt !== null]).toEqual([null, true]);
    const again = await start({ kind: 'archive' }, [one, taken, two]);
    expect(again).toMatchObject({ total: 3, changed: 2, failed: 0 });
  });

  it('puts leads on a list and takes them off', async () => {
    const list = await workspace.caller.lists.create({ name: 'Bulk' });
    const [one, two] = [await lead(), await lead()];
    await workspace.caller.lists.addLeads({ id: list.id, leadIds: [one] });
    const added = await start({ kind: 'add_to_list', listId: list.id }, [one, two]);
    expect(added).toMatchObject({ changed: 1, action: { kind: 'add_to_list', listId: list.id } });
    await undo(added.id);
    expect([(await read(one)).lists, (await read(two)).lists]).toEqual([[list.id], []]);
    await start({ kind: 'remove_from_list', listId: list.id }, [one, two]);
    expect((await read(one)).lists).toEqual([]);
  });

  it('takes all that a filter takes at its start, but for some, part by part; each lead once, whenever a process ends', async () => {
    await insertMany(2500, 'Many GmbH');
    const { items } = await workspace.caller.leads.list({ filter: { company: 'Many GmbH' }, limit: 2 });
    const except = items.map(({ id }) => id);
    const begun = await workspace.caller.bulkOperations.start({
      action: { kind: 'add_tags', tags: ['campaign of May'] },
      filter: { company: 'Many GmbH' },
      except,
    });
    expect(begun).toMatchObject({ state: 'running', total: 2498, done: 1000, changed: 1000 });
    await insertMany(1, 'Many GmbH');
    // A process that ends in the middle of a part leaves nothing of it.
    await expect(
      workspace.scope.write(async (scope) => {
        await runNextPart(scope, uuidOf(begun.id));
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await workspace.caller.bulkOperations.get({ id: begun.id })).toMatchObject({ done: 1000 });
    // Two that take it up at once take turns.
    await Promise.all([runRest(begun.id), runRest(begun.id)]);
    expect(await workspace.caller.bulkOperations.get({ id: begun.id })).toMatchObject({
      state: 'completed',
      done: 2498,
      changed: 2498,
    });
    expect(await workspace.caller.leads.count({ filter: { tag: 'campaign of May' } })).toEqual({ count: 2498 });
    const [twice] = await workspace.scope.read(
      `select count(*)::int as n from lead where cardinality(array_positions(tags, 'campaign of May')) > 1`,
    );
    expect(twice).toEqual({ n: 0 });
    const back = await undo(begun.id);
    await runRest(back.id);
    expect(await workspace.caller.leads.count({ filter: { tag: 'campaign of May' } })).toEqual({ count: 0 });
  });

  it('can be cancelled, keeps what is done, and that can be undone', async () => {
    await insertMany(1800, 'Stopped GmbH');
    const begun = await workspace.caller.bulkOperations.start({
      action: { kind: 'set_field', field: 'country', value: 'PT' },
      where: { field: 'company', op: 'exactly', value: 'Stopped GmbH' },
    });
    const cancelled = await workspace.caller.bulkOperations.cancel({ id: begun.id });
    expect(cancelled).toMatchObject({ state: 'cancelled', done: 1000, total: 1800 });
    await runRest(begun.id);
    const count = async () =>
      (await workspace.caller.leads.count({ filter: { company: 'Stopped GmbH', country: 'PT' } })).count;
    expect(await count()).toBe(1000);
    await undo(begun.id);
    expect(await count()).toBe(0);
    await expect(workspace.caller.bulkOperations.cancel({ id: begun.id })).rejects.toMatchObject({
      cause: { code: 'bulk_operation.ended' },
    });
  });

  it('tells of each lead where they are few, and how far it is in any case', async () => {
    const other = await platform.createWorkspace();
    const { id } = await other.caller.leads.create({ email: 'one@example.com' });
    await other.caller.bulkOperations.start({ ids: [id], action: { kind: 'archive' } });
    const events = await other.scope.read<{ type: string; data: object }>('select type, data from event order by id');
    expect(events.map(({ type }) => type)).toEqual([
      'lead.created',
      'lead.archived',
      'bulk_operation.progressed',
      'bulk_operation.progressed',
    ]);
    expect(events.at(-1)?.data).toMatchObject({ state: 'completed', done: 1, total: 1 });
  });

  it('leaves out ids that are nobody’s here, and needs what its action needs', async () => {
    const stranger = await platform.createWorkspace();
    const foreign = await stranger.caller.leads.create({ email: 'foreign@example.com', city: 'Own' });
    const own = await lead();
    const done = await start({ kind: 'set_field', field: 'city', value: 'Taken' }, [own, foreign.id]);
    expect(done).toMatchObject({ total: 1, changed: 1 });
    expect((await stranger.caller.leads.get({ id: foreign.id })).city).toBe('Own');
    await expect(stranger.caller.bulkOperations.get({ id: done.id })).rejects.toMatchObject({
      cause: { code: 'bulk_operation.not_found' },
    });
    const { principal, workspaceId } = workspace;
    const weak = { ...principal, permissions: new Set(['lead.read', 'lead.write'] as const) };
    const caller = appRouter.createCaller({
      app: platform.app,
      requestId: 'test',
      principal: weak,
      workspaceId,
      ip: '127.0.0.1',
      idempotencyKey: null,
    });
    const list = await workspace.caller.lists.create({ name: 'Not mine' });
    await expect(
      caller.bulkOperations.start({ ids: [own], action: { kind: 'add_to_list', listId: list.id } }),
    ).rejects.toMatchObject({ cause: { code: 'auth.permission_denied' } });
    await expect(
      workspace.caller.bulkOperations.start({ ids: [own], filter: {}, action: { kind: 'archive' } }),
    ).rejects.toMatchObject({ cause: { code: 'request.invalid' } });
  });
});
