import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });
const fault = (path: string) =>
  expect.objectContaining({ cause: expect.objectContaining({ details: [expect.objectContaining({ path })] }) });

describe('companies', () => {
  it('come back as they were written, domains in their one form, in their own workspace only', async () => {
    const { caller } = workspace;
    const made = await caller.companies.create({
      name: 'Brandt Spedition',
      domains: ['https://www.Brandt.EXAMPLE/team', 'brandt.example', 'müller.example'],
      size: '51-200',
    });
    expect(made).toMatchObject({
      domains: ['brandt.example', 'xn--mller-kva.example'],
      website: 'https://brandt.example',
      leadCount: 0,
      source: 'manual',
    });
    expect(await caller.companies.get({ id: made.id })).toEqual(made);
    const stranger = await platform.createWorkspace();
    await expect(stranger.caller.companies.get({ id: made.id })).rejects.toEqual(code('company.not_found'));
    await expect(stranger.caller.companies.create({ name: 'Below', parentId: made.id })).rejects.toEqual(
      fault('parentId'),
    );
    await expect(stranger.caller.leads.create({ email: 'a@b.example', companyId: made.id })).rejects.toEqual(
      code('company.not_found'),
    );
  });

  it('refuse what is no domain, or a mail provider, beside each of them, and owners who do not work here', async () => {
    const { caller } = workspace;
    const refused = caller.companies.create({ name: 'X', domains: ['fine.example', 'no domain', 'gmail.com'] });
    await expect(refused).rejects.toMatchObject({
      cause: {
        code: 'request.invalid',
        details: [
          { path: 'domains.1', reason: 'wrong_form' },
          { path: 'domains.2', reason: 'not_listed' },
        ],
      },
    });
    await expect(
      caller.companies.create({ name: 'X', ownerId: 'mem_00000000000070008000000000000000' }),
    ).rejects.toEqual(fault('ownerId'));
  });

  it('are found by domain, words without accents, and what their leads are', async () => {
    const { caller } = await platform.createWorkspace();
    const first = await caller.companies.create({ name: 'Øresund Cargo', domains: ['oresund.example'], city: 'Malmö' });
    await caller.companies.create({ name: 'Maas', industry: 'Freight' });
    const names = async (input: Parameters<typeof caller.companies.list>[0]) =>
      (await caller.companies.list(input)).items.map(({ name }) => name);
    expect(await names({ filter: { search: 'oresund malmo' } })).toEqual(['Øresund Cargo']);
    expect(await names({ filter: { domain: 'oresund.example' } })).toEqual(['Øresund Cargo']);
    expect(await names({ where: { field: 'industry', op: 'is', value: 'freight' } })).toEqual(['Maas']);
    await caller.leads.create({ email: 'ana@oresund.example' });
    expect(await names({ where: { relation: 'leads', quantifier: 'some' } })).toEqual(['Øresund Cargo']);
    expect((await caller.leads.list({ filter: { companyId: first.id } })).items).toHaveLength(1);
    expect(await caller.leads.count({ where: { field: 'companyId', op: 'is', value: first.id } })).toEqual({
      count: 1,
    });
    expect(await names({ sort: 'name', direction: 'asc' })).toEqual(['Maas', 'Øresund Cargo']);
  });
});

describe('the leads of a company', () => {
  it('join it by the domain of their address, also below it, and say its name', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.companies.create({ name: 'Brandt', domains: ['brandt.example', 'mail.other.example'] });
    const lead = await caller.leads.create({ email: 'lena@eu.brandt.example', company: 'Brandt GmbH' });
    expect(lead).toMatchObject({ companyId: id, company: 'Brandt' });
    expect(await caller.leads.create({ email: 'x@mail.other.example' })).toMatchObject({ companyId: id });
    expect(await caller.leads.create({ email: 'x@other.example' })).toMatchObject({ companyId: null });
    expect(await caller.leads.create({ email: 'x@gmail.com', company: 'Brandt' })).toMatchObject({ companyId: null });
    await caller.companies.update({ id, name: 'Brandt Group' });
    expect(await caller.leads.get({ id: lead.id })).toMatchObject({ company: 'Brandt Group' });
    expect(await caller.companies.get({ id })).toMatchObject({ leadCount: 2 });
  });

  it('leave it by another text or by hand, and stay out when something else changes', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.companies.create({ name: 'Brandt', domains: ['brandt.example'] });
    const lead = await caller.leads.create({ email: 'lena@brandt.example' });
    expect(await caller.leads.update({ id: lead.id, company: 'BRANDT', city: 'Venlo' })).toMatchObject({
      companyId: id,
      company: 'Brandt',
    });
    expect(await caller.leads.update({ id: lead.id, company: 'Elsewhere' })).toMatchObject({
      companyId: null,
      company: 'Elsewhere',
    });
    expect(await caller.leads.update({ id: lead.id, city: 'Lyon' })).toMatchObject({ companyId: null });
    expect(await caller.leads.update({ id: lead.id, companyId: id })).toMatchObject({
      companyId: id,
      company: 'Brandt',
    });
    expect(await caller.leads.update({ id: lead.id, companyId: null })).toMatchObject({
      companyId: null,
      company: 'Brandt',
    });
  });

  it('keep its name as a text when it is deleted, and what lies below it stays', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.companies.create({ name: 'Brandt', domains: ['brandt.example'] });
    const below = await caller.companies.create({ name: 'Brandt Süd', parentId: id });
    const lead = await caller.leads.create({ email: 'lena@brandt.example' });
    await caller.companies.remove({ id });
    expect(await caller.leads.get({ id: lead.id })).toMatchObject({ companyId: null, company: 'Brandt' });
    expect(await caller.companies.get({ id: below.id })).toMatchObject({ parentId: null });
  });
});

describe('a group of companies', () => {
  it('is read from the top down, from any of them', async () => {
    const { caller } = await platform.createWorkspace();
    const top = await caller.companies.create({ name: 'Top' });
    const b = await caller.companies.create({ name: 'B', parentId: top.id });
    const a = await caller.companies.create({ name: 'A', parentId: top.id });
    const leaf = await caller.companies.create({ name: 'Leaf', parentId: b.id });
    const { items } = await caller.companies.group({ id: leaf.id });
    expect(items.map(({ id, parentId }) => [id, parentId])).toEqual([
      [top.id, null],
      [a.id, top.id],
      [b.id, top.id],
      [leaf.id, b.id],
    ]);
    await caller.companies.update({ id: b.id, parentId: a.id });
    expect((await caller.companies.group({ id: top.id })).items.map(({ name }) => name)).toEqual([
      'Top',
      'A',
      'B',
      'Leaf',
    ]);
    await expect(caller.companies.update({ id: top.id, parentId: leaf.id })).rejects.toEqual(
      code('company.above_itself'),
    );
    await expect(caller.companies.update({ id: top.id, parentId: top.id })).rejects.toEqual(
      code('company.above_itself'),
    );
  });

  it('never closes a circle, however many move at once', async () => {
    const { caller } = await platform.createWorkspace();
    const made = await Promise.all(['A', 'B', 'C', 'D'].map((name) => caller.companies.create({ name })));
    const moves = made.map(({ id }, at) => caller.companies.update({ id, parentId: made[(at + 1) % 4]!.id }));
    const settled = await Promise.allSettled(moves);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const { items } = await caller.companies.group({ id: made[0]!.id });
    expect(items).toHaveLength(4);
  });
});

describe('enrichment', () => {
  it('is asked for by an event, fills in what is empty, and never writes over what a person wrote', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.companies.create({ name: 'Brandt', domains: ['brandt.example'], city: 'Venlo' });
    const asked = await scope.read<{ data: object }>(
      `select data from event where type = 'company.enrichment_requested'`,
    );
    expect(asked.map(({ data }) => data)).toEqual([{ companyId: id, domains: ['brandt.example'] }]);
    const first = await caller.companies.enrich({ id, source: 'acme', values: { city: 'Paris', industry: 'Freight' } });
    expect(first).toMatchObject({
      filled: ['industry'],
      kept: ['city'],
      company: { city: 'Venlo', industry: 'Freight' },
    });
    expect(await caller.companies.enrich({ id, source: 'acme', values: { industry: 'Logistics' } })).toMatchObject({
      filled: ['industry'],
    });
    expect(await caller.companies.enrich({ id, source: 'other', values: { industry: 'Else' } })).toMatchObject({
      kept: ['industry'],
    });
    await caller.companies.update({ id, industry: 'Cold chain' });
    expect(await caller.companies.enrich({ id, source: 'acme', values: { industry: 'Else' } })).toMatchObject({
      filled: [],
      kept: ['industry'],
    });
  });
});
