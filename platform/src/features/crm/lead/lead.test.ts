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

describe('leads', () => {
  it('come back as they were written, with the address in its one form', async () => {
    const { caller } = workspace;
    const lead = await caller.leads.create({
      email: 'Lena@Brandt.EXAMPLE',
      firstName: 'Lena',
      tags: ['freight'],
      custom: { lane: 'Venlo' },
    });
    expect(lead).toMatchObject({
      email: 'lena@brandt.example',
      firstName: 'Lena',
      lastName: null,
      tags: ['freight'],
      custom: { lane: 'Venlo' },
      status: 'new',
    });
    expect(await caller.leads.get({ id: lead.id })).toEqual(lead);
    const updated = await caller.leads.update({ id: lead.id, firstName: null, company: 'Brandt' });
    expect(updated).toMatchObject({ firstName: null, company: 'Brandt', tags: ['freight'] });
  });

  it('are one per address as long as they live', async () => {
    const { caller } = await platform.createWorkspace();
    const first = await caller.leads.create({ email: 'one@example.com' });
    await expect(caller.leads.create({ email: 'ONE@example.com' })).rejects.toEqual(code('lead.email_taken'));
    await caller.leads.archive({ ids: [first.id] });
    await caller.leads.create({ email: 'one@example.com' });
    await expect(caller.leads.restore({ ids: [first.id] })).rejects.toEqual(code('lead.email_taken'));
  });

  it('are archived all or none', async () => {
    const { caller } = await platform.createWorkspace();
    const lead = await caller.leads.create({ email: 'one@example.com' });
    await expect(caller.leads.archive({ ids: [lead.id, 'lea_00000000000070008000000000000000'] })).rejects.toEqual(
      code('lead.not_found'),
    );
    expect(await caller.leads.count({})).toEqual({ count: 1 });
  });

  it.each(['created_at', 'email', 'company', 'last_name'] as const)(
    'page through every lead once by %s, both ways',
    async (sort) => {
      const { caller } = await platform.createWorkspace();
      for (let index = 0; index < 23; index++)
        await caller.leads.create({
          email: `p${index}@example.com`,
          company: index % 3 ? `C${index % 5}` : null,
          lastName: index % 2 ? 'Same' : null,
        });
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await caller.leads.list({ sort, direction, limit: 5, cursor });
          seen.push(...page.items.map((lead) => lead.email));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(new Set(seen).size).toBe(23);
        expect(seen).toHaveLength(23);
      }
    },
  );

  it('can be entered anywhere: so many passed over after a cursor, or from the end', async () => {
    const { caller } = await platform.createWorkspace();
    for (let index = 0; index < 12; index++) await caller.leads.create({ email: `p${10 + index}@example.com` });
    const emails = async (input: { skip?: number; cursor?: string; direction?: 'asc' | 'desc' }) => {
      const page = await caller.leads.list({ sort: 'email', direction: 'asc', limit: 3, ...input });
      return [page.items.map((lead) => lead.email.slice(0, -12)), page.nextCursor] as const;
    };
    const [first, cursor] = await emails({});
    expect(first).toEqual(['p10', 'p11', 'p12']);
    expect((await emails({ skip: 5 }))[0]).toEqual(['p15', 'p16', 'p17']);
    expect((await emails({ skip: 2, cursor: cursor! }))[0]).toEqual(['p15', 'p16', 'p17']);
    expect((await emails({ skip: 1, direction: 'desc' }))[0]).toEqual(['p20', 'p19', 'p18']);
    expect(await emails({ skip: 40 })).toEqual([[], null]);
  });

  it('are found by all words of a search, whatever its special characters', async () => {
    const { caller } = await platform.createWorkspace();
    await caller.leads.create({ email: 'mara@harbor.example', firstName: 'Mara', company: '100% Harbor' });
    await caller.leads.create({ email: 'joel@harbor.example', firstName: 'Joel' });
    const find = async (search: string) =>
      (await caller.leads.list({ filter: { search } })).items.map((lead) => lead.firstName);
    expect(await find('HARBOR')).toHaveLength(2);
    expect(await find('mara 100%')).toEqual(['Mara']);
    expect(await find('_ara')).toEqual([]);
  });

  it.each([
    ['Jose\u0301 Nu\u0301n\u0303ez', 'JOSÉ', 'nunez', 'Núñez', 'nu\u0301n\u0303ez'],
    ['İpek Işık', 'ipek', 'IŞIK', 'isik', 'İPEK', 'ışık'],
    ['Straße Łódź Øre', 'strasse', 'STRASSE', 'lodz', 'ore', 'ŁÓDŹ'],
    ['ΣΊΣΥΦΟΣ Йод', 'σισυφος', 'ЙОД', 'иод'],
    ['ﬁne Ｗide', 'fine', 'WIDE'],
  ])('are found as people type: %s', async (company, ...searches) => {
    const { caller } = await platform.createWorkspace();
    await caller.leads.create({ email: 'one@example.com', company });
    for (const search of searches)
      expect(await caller.leads.count({ filter: { search } }), search).toEqual({ count: 1 });
    expect(await caller.leads.count({ filter: { search: 'other' } })).toEqual({ count: 0 });
  });

  it('are found by an address in any script', async () => {
    const { caller } = await platform.createWorkspace();
    const { email } = await caller.leads.create({ email: 'Zoe@Müller.example' });
    expect(email).toBe('zoe@xn--mller-kva.example');
    for (const search of ['zoe@müller.example', 'ZOE@MÜLLER.EXAMPLE', 'zoe@xn--mller-kva.example'])
      expect(await caller.leads.count({ filter: { search } }), search).toEqual({ count: 1 });
  });

  it('go on from a cursor in its own sort and with its own filter alone, from there in both directions', async () => {
    const { caller } = await platform.createWorkspace();
    for (let index = 0; index < 6; index++)
      await caller.leads.create({ email: `p${index}@example.com`, company: '会'.repeat(200), tags: ['new'] });
    const first = await caller.leads.list({ sort: 'company', direction: 'asc', limit: 2, filter: { tag: 'new' } });
    const cursor = first.nextCursor!;
    const on = { sort: 'company', direction: 'asc', filter: { tag: 'new' }, cursor } as const;
    expect((await caller.leads.list(on)).items).toHaveLength(4);
    expect((await caller.leads.list({ ...on, direction: 'desc', limit: 50 })).items).toHaveLength(1);
    for (const other of [{ sort: 'email' as const }, { filter: {} }, { filter: { tag: 'old' } }])
      await expect(caller.leads.list({ ...on, ...other })).rejects.toEqual(code('request.cursor_mismatch'));
    const plain = (await caller.leads.list({ limit: 2 })).nextCursor!;
    expect((await caller.leads.list({ cursor: plain, filter: {}, sort: 'created_at' })).items).toHaveLength(4);
    await expect(caller.templates.list({ cursor: plain })).rejects.toEqual(code('request.cursor_mismatch'));
  });

  it('refuse a cursor that is not ours', async () => {
    await expect(workspace.caller.leads.list({ cursor: 'nonsense' })).rejects.toEqual(code('request.invalid'));
  });
});
