import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { newId } from '#kernel';
import { spreadNext } from './spread-tag.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

let made = 0;
const lead = async (...tags: string[]) =>
  (await workspace.caller.leads.create({ email: `lead${++made}@example.com`, tags })).id;
const tagsOf = async (id: string) => (await workspace.caller.leads.get({ id })).tags;
const tagNamed = async (name: string) => (await workspace.caller.tags.list({ filter: { name } })).items[0];
const leadsWhere = async (where: object) =>
  (await workspace.caller.leads.list({ where, limit: 200 })).items.map(({ id }) => id).toSorted();
/** Leads as a million of them come in: by one statement, past all that is checked. */
const insertRaw = (count: number, ...tags: string[]) =>
  workspace.scope.write(({ sql, workspaceId }) =>
    sql(
      `insert into lead (workspace_id, id, email, tags) select $1, id, id || '@example.com', $3 from unnest($2::uuid[]) as id`,
      [workspaceId, Array.from({ length: count }, () => newId()), tags],
    ),
  );

describe('tags', () => {
  it('are made of whatever word a lead is given, once for all its spellings', async () => {
    const first = await lead('Café', 'partner');
    const second = await lead('CAFE', 'cafe', 'Partner');
    expect(await tagsOf(first)).toEqual(['Café', 'partner']);
    expect(await tagsOf(second)).toEqual(['Café', 'partner']);
    expect(await tagNamed('Café')).toMatchObject({ leadCount: 2, color: null, category: null, change: null });
    await workspace.caller.leads.update({ id: second, tags: ['PARTNER'] });
    await workspace.caller.leads.archive({ ids: [first] });
    expect((await tagNamed('Café'))?.leadCount).toBe(0);
    expect((await tagNamed('partner'))?.leadCount).toBe(1);
    await expect(workspace.caller.tags.create({ name: 'CAFÉ' })).rejects.toMatchObject({
      cause: { code: 'tag.name_taken' },
    });
  });

  it('find the leads that have any, all or none of them, in every place of a filter', async () => {
    const [red, both, blue, bare] = [await lead('red'), await lead('red', 'blue'), await lead('blue'), await lead()];
    const own = {
      field: 'email',
      op: 'is_one_of',
      value: [1, 2, 3, 4].map((back) => `lead${made - 4 + back}@example.com`),
    };
    const among = (...of: object[]) => leadsWhere({ all: [own, ...of] });
    const has = (op: string, ...value: string[]) => ({ field: 'tags', op, value });
    expect(await among(has('has_any', 'red'))).toEqual([red, both].toSorted());
    expect(await among(has('has_any', 'red', 'blue'))).toEqual([red, both, blue].toSorted());
    expect(await among(has('has_all', 'red', 'blue'))).toEqual([both]);
    expect(await among(has('has_none', 'red'))).toEqual([blue, bare].toSorted());
    expect(await among({ any: [has('has_all', 'red', 'blue'), has('has_none', 'red', 'blue')] })).toEqual(
      [both, bare].toSorted(),
    );
    expect(await among({ not: { all: [has('has_any', 'red')] } })).toEqual([blue, bare].toSorted());
    expect(await among(has('has_any', 'nobody has it'))).toEqual([]);
    expect(await among(has('has_none', 'nobody has it'))).toHaveLength(4);
    expect(await among(has('has_all', 'red', 'nobody has it'))).toEqual([]);
    expect(await workspace.caller.leads.count({ filter: { tag: 'red' } })).toEqual({ count: 2 });
    expect(await workspace.caller.leads.count({ filter: { tag: 'Red' } })).toEqual({ count: 0 });
  });

  it('stand for words that came in by SQL, in any spelling', async () => {
    await insertRaw(3, 'by hand', 'By Hand');
    await workspace.scope.write(({ sql }) => sql(`update lead set tags = '{BY HAND}' where 'by hand' = any(tags)`));
    const { items } = await workspace.caller.tags.list({ filter: { search: 'by hand' } });
    expect(items).toMatchObject([{ leadCount: 3 }]);
    await workspace.scope.write(({ sql }) => sql(`update lead set tags = '{}' where 'BY HAND' = any(tags)`));
    expect((await workspace.caller.tags.get({ id: items[0]!.id })).leadCount).toBe(0);
  });

  it('change their name in every lead, part by part, and mean the same meanwhile', async () => {
    await insertRaw(1500, 'lang', 'first');
    const tag = (await tagNamed('lang'))!;
    const renamed = await workspace.caller.tags.update({ id: tag.id, name: 'language', color: 'teal' });
    expect(renamed).toMatchObject({
      name: 'language',
      color: 'teal',
      change: { kind: 'rename', done: 1000, total: 1500 },
    });
    expect(await workspace.caller.leads.count({ filter: { tag: 'language' } })).toEqual({ count: 1500 });
    const late = await lead('Lang');
    expect(await tagsOf(late)).toEqual(['language']);
    for (const act of [
      () => workspace.caller.tags.update({ id: tag.id, name: 'tongue' }),
      () => workspace.caller.tags.remove({ id: tag.id }),
    ])
      await expect(act()).rejects.toMatchObject({ cause: { code: 'tag.changing' } });
    expect(await spread(tag.id)).toBe(1);
    expect(await workspace.caller.tags.get({ id: tag.id })).toMatchObject({ change: null, leadCount: 1501 });
    const [row] = await workspace.scope.read(`select count(*)::int as n from lead where tags @> '{language}'`);
    expect(row).toEqual({ n: 1501 });
    expect(await tagNamed('lang')).toBeUndefined();
  });

  it('go into one another, and off all leads', async () => {
    const [one, two] = [await lead('sea', 'ocean', 'x'), await lead('sea')];
    const [sea, ocean] = [(await tagNamed('sea'))!, (await tagNamed('ocean'))!];
    expect(await workspace.caller.tags.merge({ id: sea.id, intoId: ocean.id })).toMatchObject({ leadCount: 2 });
    expect([await tagsOf(one), await tagsOf(two)]).toEqual([['ocean', 'x'], ['ocean']]);
    expect(await tagNamed('sea')).toBeUndefined();
    await workspace.caller.tags.remove({ id: ocean.id });
    expect([await tagsOf(one), await tagsOf(two)]).toEqual([['x'], []]);
    await expect(workspace.caller.tags.get({ id: ocean.id })).rejects.toMatchObject({
      cause: { code: 'tag.not_found' },
    });
    await expect(workspace.caller.tags.merge({ id: sea.id, intoId: sea.id })).rejects.toMatchObject({
      cause: { code: 'request.invalid' },
    });
  });

  it('are merged part by part: a lead that gets the word meanwhile gets the other one', async () => {
    await insertRaw(1200, 'north');
    await lead('south');
    const [north, south] = [(await tagNamed('north'))!, (await tagNamed('south'))!];
    await workspace.caller.tags.merge({ id: north.id, intoId: south.id });
    expect(await workspace.caller.tags.get({ id: north.id })).toMatchObject({
      change: { kind: 'merge', done: 1000, total: 1200 },
    });
    expect(await tagsOf(await lead('north'))).toEqual(['south']);
    await insertRaw(1, 'north');
    await spread(north.id);
    expect((await workspace.caller.tags.get({ id: south.id })).leadCount).toBe(1203);
    await expect(workspace.caller.tags.get({ id: north.id })).rejects.toMatchObject({
      cause: { code: 'tag.not_found' },
    });
  });
});

/** Does what is left of a change, as the job would; gives the number of parts. */
async function spread(id: string): Promise<number> {
  const uuid = id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  for (let parts = 1; ; parts++) if (!(await workspace.scope.write((scope) => spreadNext(scope, uuid)))) return parts;
}
