import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { matchNext } from './match-leads.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

async function insertLeads({ scope, workspaceId }: TestWorkspace, count: number): Promise<void> {
  await scope.write(({ sql }) =>
    sql(
      `insert into lead (workspace_id, id, email, company)
       select $1, gen_random_uuid(), 'p' || n || '@' || case when n % 5 = 0 then 'gmail.com' else 'firm' || n % 7 || '.example' end, 'Firm ' || n % 7 || case when n > 20 then ' GmbH' else '' end
         from generate_series(1, $2::int) as n`,
      [workspaceId, count],
    ),
  );
}
const run = async ({ scope }: TestWorkspace, id: string): Promise<number> => {
  let turns = 1;
  while (await scope.write((writing) => matchNext(writing, fromPublicId('companyMatch', id) ?? ''))) turns += 1;
  return turns;
};

describe('a match', () => {
  it('joins leads that are there to companies of their domains, makes none unless told to, and leaves mail providers alone', async () => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    await insertLeads(workspace, 35);
    const firm = await caller.companies.create({ name: 'Firm Three', domains: ['firm3.example'] });
    const joined = await caller.companyMatches.start({});
    expect(joined).toMatchObject({ creates: false, state: 'queued', progress: 0 });
    await run(workspace, joined.id);
    expect(await caller.companyMatches.get({ id: joined.id })).toMatchObject({
      state: 'completed',
      progress: 1,
      seen: 35,
      joined: 4,
      made: 0,
    });
    expect(await caller.leads.count({ filter: { company: 'Firm Three' } })).toEqual({ count: 4 });
    const made = await caller.companyMatches.start({ creates: true });
    await run(workspace, made.id);
    expect(await caller.companyMatches.get({ id: made.id })).toMatchObject({ seen: 31, joined: 24, made: 6 });
    const { items } = await caller.companies.list({ sort: 'name', direction: 'asc' });
    expect(items.map(({ name, leadCount }) => [name, leadCount])).toContainEqual(['Firm Three', 4]);
    expect(items).toHaveLength(7);
    expect(await caller.companies.get({ id: firm.id })).toMatchObject({ leadCount: 4 });
    expect(
      await caller.leads.count({ filter: { search: 'gmail.com' }, where: { field: 'companyId', op: 'is_empty' } }),
    ).toEqual({ count: 7 });
  });

  it('goes on where it was when a run begins again, and says how far it is', async () => {
    const workspace = await platform.createWorkspace();
    const { caller, scope } = workspace;
    await insertLeads(workspace, 2500);
    const { id } = await caller.companyMatches.start({ creates: true });
    expect(await caller.companyMatches.start({ creates: true })).toMatchObject({ id });
    const uuid = fromPublicId('companyMatch', id) ?? '';
    await Promise.all([1, 2].map(() => scope.write((writing) => matchNext(writing, uuid))));
    await run(workspace, id);
    expect(await caller.companyMatches.get({ id })).toMatchObject({
      state: 'completed',
      seen: 2500,
      joined: 2000,
      made: 7,
    });
    const told = await scope.read<{ data: { progress: number } }>(
      `select data from event where type = 'company_match.progressed' order by id`,
    );
    expect(told.map(({ data }) => data.progress)).toEqual([0, 0.8, 1]);
  });

  it('can be ended, and begins by itself behind an import where the setting says so', async () => {
    const workspace = await platform.createWorkspace();
    const { caller, workspaceId } = workspace;
    await insertLeads(workspace, 10);
    const { id } = await caller.companyMatches.start({ creates: true });
    expect(await caller.companyMatches.cancel({ id })).toMatchObject({ state: 'cancelled' });
    await run(workspace, id);
    expect(await caller.companies.count({})).toEqual({ count: 0 });
    await platform.app.database.control(async (_em, sql) => {
      await sql(`update workspace set company_matching = 'create' where id = $1`, [workspaceId]);
    });
    expect(await caller.leads.create({ email: 'ana@puerto-sur.example' })).toMatchObject({ company: 'Puerto Sur' });
    const [one, two] = await Promise.all(
      ['x', 'y'].map((name) => caller.leads.create({ email: `${name}@same.example`, company: 'Same' })),
    );
    expect(one?.companyId).toBe(two?.companyId);
    expect(await caller.companies.count({})).toEqual({ count: 2 });
  });
});
