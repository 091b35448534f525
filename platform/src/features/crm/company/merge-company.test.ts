import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { alignLeads } from './align-leads.ts';

let platform: TestPlatform;
let caller: TestWorkspace['caller'];
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });

/** Two companies, each with a subsidiary and a lead. */
async function stageTwo() {
  workspace = await platform.createWorkspace();
  ({ caller } = workspace);
  const a = await caller.companies.create({ name: 'Brandt', domains: ['brandt.example'], city: 'Venlo' });
  const b = await caller.companies.create({
    name: 'Brandt GmbH',
    domains: ['brandt-gmbh.example'],
    city: 'Hamburg',
    industry: 'Freight',
  });
  const below = await caller.companies.create({ name: 'Brandt Süd', parentId: b.id });
  const lena = await caller.leads.create({ email: 'lena@brandt.example' });
  const jan = await caller.leads.create({ email: 'jan@brandt-gmbh.example' });
  const gone = await caller.leads.create({ email: 'gone@brandt-gmbh.example' });
  await caller.leads.archive({ ids: [gone.id] });
  return { a, b, below, lena, jan, gone };
}
const companyOf = async (id: string) => (await caller.leads.get({ id })).companyId;

describe('a merge', () => {
  it('is told before it happens, and takes along all that points at the other one', async () => {
    const { a, b, below, jan, gone } = await stageTwo();
    const preview = await caller.companies.previewMerge({ id: a.id, otherId: b.id });
    expect(preview).toMatchObject({
      differing: ['name', 'website', 'industry', 'city'],
      leads: 2,
      children: 1,
      domains: ['brandt.example', 'brandt-gmbh.example'],
    });
    const merged = await caller.companies.merge({ id: a.id, otherId: b.id, take: ['industry', 'city'] });
    expect(merged).toMatchObject({
      moved: 2,
      state: 'completed',
      company: {
        name: 'Brandt',
        city: 'Hamburg',
        industry: 'Freight',
        domains: ['brandt.example', 'brandt-gmbh.example'],
        leadCount: 2,
        childCount: 1,
      },
    });
    expect(await caller.leads.get({ id: jan.id })).toMatchObject({ companyId: a.id, company: 'Brandt' });
    expect(await companyOf(gone.id)).toBe(a.id);
    expect(await caller.companies.get({ id: below.id })).toMatchObject({ parentId: a.id });
    expect(await caller.companies.get({ id: b.id })).toMatchObject({
      mergedIntoId: a.id,
      archivedAt: expect.any(String),
    });
    expect(await caller.leads.create({ email: 'new@brandt-gmbh.example' })).toMatchObject({ companyId: a.id });
  });

  it('knows of every column that points at a company', async () => {
    const client = new pg.Client({ connectionString: platform.config.database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select conrelid::regclass || '.' || a.attname as name from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
        where confrelid = 'company'::regclass and contype = 'f'
       union select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and column_name like '%company_id' order by 1`,
    );
    await client.end();
    // Whoever adds one says in merge-company.ts what becomes of it, and how it goes back.
    expect(rows.map(({ name }) => name)).toEqual([
      'company.merged_into_id',
      'company.parent_id',
      'company_domain.company_id',
      'company_merge.company_id',
      // Read with the one that stays, by what became part of it.
      'deal.company_id',
      'file.company_id',
      'file_upload.company_id',
      'lead.company_id',
      'logged_activity.company_id',
      'note.company_id',
      'task.company_id',
    ]);
  });

  it('can be taken back whole, but for what somebody has changed since', async () => {
    const { a, b, below, lena, jan, gone } = await stageTwo();
    const { id } = await caller.companies.merge({ id: a.id, otherId: b.id, take: ['name', 'industry', 'city'] });
    expect(await caller.leads.get({ id: lena.id })).toMatchObject({ company: 'Brandt GmbH' });
    await caller.companies.update({ id: a.id, city: 'Lyon' });
    await caller.leads.update({ id: gone.id, companyId: null }).catch(() => undefined);
    expect(await caller.companies.merges({ companyId: a.id })).toMatchObject({
      items: [{ id, otherId: b.id, otherName: 'Brandt GmbH', moved: 2, state: 'completed' }],
    });
    await caller.companies.undoMerge({ id });
    expect(await caller.companies.get({ id: a.id })).toMatchObject({
      name: 'Brandt',
      city: 'Lyon',
      industry: null,
      domains: ['brandt.example'],
      leadCount: 1,
      childCount: 0,
    });
    expect(await caller.companies.get({ id: b.id })).toMatchObject({
      name: 'Brandt GmbH',
      archivedAt: null,
      mergedIntoId: null,
      childCount: 1,
      leadCount: 1,
    });
    expect(await caller.companies.get({ id: below.id })).toMatchObject({ parentId: b.id });
    expect(await caller.leads.get({ id: lena.id })).toMatchObject({ companyId: a.id, company: 'Brandt' });
    expect(await caller.leads.get({ id: jan.id })).toMatchObject({ companyId: b.id, company: 'Brandt GmbH' });
    await expect(caller.companies.undoMerge({ id })).rejects.toEqual(code('company_merge.not_undoable'));
  });

  it('of a company with what lies below or above it closes no circle', async () => {
    workspace = await platform.createWorkspace();
    ({ caller } = workspace);
    const [top, middle, leaf] = [
      await caller.companies.create({ name: 'Top' }),
      await caller.companies.create({ name: 'Middle' }),
      await caller.companies.create({ name: 'Leaf' }),
    ];
    await caller.companies.update({ id: middle.id, parentId: top.id });
    await caller.companies.update({ id: leaf.id, parentId: middle.id });
    const { id } = await caller.companies.merge({ id: leaf.id, otherId: top.id });
    expect(await caller.companies.get({ id: leaf.id })).toMatchObject({ parentId: null, childCount: 1 });
    expect(await caller.companies.get({ id: middle.id })).toMatchObject({ parentId: leaf.id });
    await caller.companies.undoMerge({ id });
    expect((await caller.companies.group({ id: leaf.id })).items.map(({ name }) => name)).toEqual([
      'Top',
      'Middle',
      'Leaf',
    ]);
    await expect(caller.companies.merge({ id: top.id, otherId: top.id })).rejects.toEqual(code('request.invalid'));
  });

  it('brings thousands of leads along in parts, each once, and is not taken back before', async () => {
    const { a, b } = await stageTwo();
    const { scope, workspaceId } = workspace;
    await scope.write(({ sql }) =>
      sql(
        `insert into lead (workspace_id, id, email, company, company_id)
         select $1, gen_random_uuid(), 'p' || n || '@brandt-gmbh.example', 'Brandt GmbH', $2 from generate_series(1, 4500) as n`,
        [workspaceId, fromPublicId('company', b.id)],
      ),
    );
    const merged = await caller.companies.merge({ id: a.id, otherId: b.id });
    expect(merged).toMatchObject({ moved: 2000, state: 'running' });
    await expect(caller.companies.undoMerge({ id: merged.id })).rejects.toEqual(code('company_merge.not_undoable'));
    const behind = fromPublicId('company', b.id)!; // made here
    while (await scope.write((writing) => alignLeads(writing, behind)));
    expect(await caller.companies.merges({ companyId: a.id })).toMatchObject({
      items: [{ moved: 4502, state: 'completed' }],
    });
    expect(await caller.companies.get({ id: a.id })).toMatchObject({ leadCount: 4502 });
    await caller.companies.undoMerge({ id: merged.id });
    expect(await caller.companies.get({ id: b.id })).toMatchObject({ leadCount: 4501 });
  });
});

describe('duplicates', () => {
  it('have a domain in common, or a name that differs by case and accents', async () => {
    const { a, b } = await stageTwo();
    const c = await caller.companies.create({ name: 'BRÀNDT', domains: ['brandt.example'] });
    const { items } = await caller.companies.duplicates({});
    const ids = items.map(({ reason, value, companies }) => [reason, value, companies.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['domain', 'brandt.example', [a.id, c.id]],
      ['name', 'brandt', [a.id, c.id]],
    ]);
    expect((await caller.companies.duplicates({ id: a.id })).items).toHaveLength(2);
    expect((await caller.companies.duplicates({ id: b.id })).items).toEqual([]);
  });
});
