import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { searchParts } from '#features';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { workspacesBehind } from './keep-index.job.ts';
import { keepIndex } from './keep-index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let caller: TestWorkspace['caller'];
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  workspace = await platform.createWorkspace();
  ({ caller } = workspace);
});

const keep = (of = workspace) => keepIndex(of.scope);
const search = async (text: string, of = workspace) => {
  await keep(of);
  return of.caller.search.query({ text });
};
const titles = async (text: string, of = workspace) => (await search(text, of)).items.map(({ title }) => title.text);
const lead = (email: string, firstName: string, lastName: string, more: object = {}) =>
  caller.leads.create({ email, firstName, lastName, ...more });

describe('the index of the search', () => {
  it('is brought up to date in every workspace that has changes, and in no other', async () => {
    const other = await platform.createWorkspace();
    const behind = async () => {
      const ids = await workspacesBehind(platform.app);
      return [workspace, other].map(({ workspaceId }) => ids.includes(workspaceId));
    };
    expect(await behind()).toEqual([true, true]);
    for (const one of [workspace, other]) await keep(one);
    expect(await behind()).toEqual([false, false]);
    await other.caller.leads.create({ email: 'ines@harbor.example' });
    expect(await behind()).toEqual([false, true]);
  });

  it('is exact after it was built anew, and says how far that is', async () => {
    for (let at = 0; at < 5; at++) await lead(`${at}@x.example`, 'Many', `Number${at}`);
    await keep();
    await workspace.scope.write(({ sql }) => sql('delete from search_posting'));
    expect(await titles('many')).toEqual([]);
    expect(await caller.search.rebuild({})).toMatchObject({ state: 'waiting', done: 0 });
    expect((await caller.search.counts({ text: 'many' })).isComplete).toBe(false);
    await keep();
    expect(await caller.search.status({})).toMatchObject({ state: 'ready', total: 5, done: 5, behind: 0 });
    expect(await titles('many')).toHaveLength(5);
    const words = await workspace.scope.read<{ records: number }>(
      `select records from search_word where word = 'many'`,
    );
    expect(words).toEqual([{ records: 5 }]);
  });

  it('takes up where a process ended: what was noted is looked at by the next one', async () => {
    await keep();
    await lead('a@x.example', 'Left', 'Behind');
    expect(await caller.search.status({})).toMatchObject({ behind: 1 });
    const failing = {
      ...workspace.scope,
      app: { ...platform.app, searchParts: searchParts.map((part) => ({ ...part, table: 'nowhere' })) },
    };
    await expect(
      keepIndex({
        ...failing,
        write: (work) => workspace.scope.write((scope) => work({ ...scope, app: failing.app })),
      }),
    ).rejects.toThrow('nowhere');
    expect(await caller.search.status({})).toMatchObject({ behind: 1 });
    expect(await titles('behind')).toEqual(['Left Behind']);
  });
});
