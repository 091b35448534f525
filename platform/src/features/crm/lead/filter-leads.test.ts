import { fromPublicId, leadNoun, type LeadFilter } from '@tabard/contract';
import { filterOfList, type FilterOf } from '@tabard/contract/filters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orEmpty, whereOf } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { leads } from './index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace({ timeZone: 'Pacific/Auckland' });
  const { caller } = workspace;
  for (const lead of [
    { email: 'lena@harbor.example', firstName: 'Lena', company: 'Harbor', country: 'DE', tags: ['freight'] },
    { email: 'marco@harbor.example', firstName: 'Marco', company: 'HARBOR', country: 'IT', tags: ['freight', 'new'] },
    { email: 'zoe@müller.example', firstName: 'Zoé', company: 'Müller', country: 'DE' },
    { email: 'nobody@example.com' },
  ])
    await caller.leads.create(lead);
});
afterAll(() => platform.stop());

type Where = FilterOf<typeof leadNoun.fields>;
const names = async (where: Where, filter?: LeadFilter) => {
  const { items } = await workspace.caller.leads.list({ where, filter, sort: 'email', direction: 'asc' });
  const { count } = await workspace.caller.leads.count({ where, filter });
  expect(count).toBe(items.length);
  return items.map(({ email }) => email.split('@')[0]);
};
const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });

describe('a list of leads', () => {
  it('takes a filter over any field, in groups', async () => {
    expect(await names({ field: 'company', op: 'is', value: 'harbor' })).toEqual(['lena', 'marco']);
    expect(await names({ field: 'company', op: 'exactly', value: 'Harbor' })).toEqual(['lena']);
    expect(await names({ field: 'company', op: 'is_not', value: 'harbor' })).toEqual(['nobody', 'zoe']);
    expect(await names({ field: 'firstName', op: 'starts_with', value: 'ZOE' })).toEqual(['zoe']);
    expect(await names({ field: 'email', op: 'is', value: 'Zoe@MÜLLER.example' })).toEqual(['zoe']);
    expect(await names({ field: 'tags', op: 'has_all', value: ['new', 'freight'] })).toEqual(['marco']);
    expect(await names({ not: { field: 'tags', op: 'is_empty' } })).toEqual(['lena', 'marco']);
    expect(await names({ field: 'importId', op: 'is_empty' }, { country: 'DE' })).toEqual(['lena', 'zoe']);
    expect(
      await names({
        all: [
          {
            any: [
              { field: 'country', op: 'is', value: 'it' },
              { field: 'company', op: 'contains', value: 'ull' },
            ],
          },
          { not: { field: 'firstName', op: 'is', value: 'marco' } },
        ],
      }),
    ).toEqual(['zoe']);
  });

  it('counts days by the clock of the workspace', async () => {
    const { caller } = workspace;
    const { items } = await caller.leads.list({ sort: 'email', direction: 'asc' });
    const late = items[0]!; // one of those above
    await platform.app.database.write(workspace.workspaceId, (_em, sql) =>
      sql(`update lead set created_at = '2026-01-31 11:30+00' where email = $1`, [late.email]),
    );
    expect(await names({ field: 'createdAt', op: 'on', value: '2026-02-01' })).toEqual(['lena']);
    expect(await names({ field: 'createdAt', op: 'on', value: '2026-01-31' })).toEqual([]);
    expect(await names({ field: 'createdAt', op: 'in_last', value: { count: 1, unit: 'day' } })).toHaveLength(3);
  });

  it.each<LeadFilter>([
    { search: 'HARBOR' },
    { search: 'lena de' },
    { search: 'zoe müller' },
    { search: 'zoe@müller.example' },
    { search: 'zoe@m' },
    { company: 'Harbor' },
    { company: 'harbor' },
    { country: 'DE', tag: 'freight' },
    { status: ['new', 'replied'] },
    { status: [] },
    {},
  ])('says with a filter what it says without one: %j', async (filter) => {
    const { items } = await workspace.caller.leads.list({ filter, sort: 'email', direction: 'asc' });
    const where = filterOfList(leadNoun, filter) as Where; // over the fields of leads
    expect(await names(where)).toEqual(items.map(({ email }) => email.split('@')[0]));
  });

  it('asks for custom fields by their key', async () => {
    const { caller } = workspace;
    const { id } = (await caller.leads.list({ where: { field: 'firstName', op: 'is', value: 'marco' } })).items[0]!;
    await caller.leads.update({ id, custom: { lane: 'Venlo – Łódź', constructor: 'x' } });
    expect(await names({ field: 'custom.lane', op: 'contains', value: 'lodz' })).toEqual(['marco']);
    expect(await names({ field: 'custom.constructor', op: 'is_not_empty' })).toEqual(['marco']);
    expect(await names({ field: 'custom.none', op: 'is_empty' })).toHaveLength(4);
  });

  it('asks for what became of mails, so many of them, within a time', async () => {
    const { items } = await workspace.caller.leads.list({ sort: 'email', direction: 'asc' });
    const [lena, marco, nobody] = items.map(({ id }) => fromPublicId('lead', id)!);
    const happened = (lead: string | undefined, type: string, hoursAgo: number, first = true) =>
      platform.app.database.write(workspace.workspaceId, (_em, sql) =>
        sql(
          `insert into mail_event (workspace_id, id, month, type, lead_id, at, day, first)
           values ($1, gen_random_uuid(), date_trunc('month', now())::date, $2, $3, now() - $4 * interval '1 hour', current_date, $5)`,
          [workspace.workspaceId, type, lead, hoursAgo, first],
        ),
      );
    await happened(lena, 'opened', 1);
    await happened(lena, 'opened', 1, false);
    await happened(marco, 'opened', 1);
    await happened(marco, 'opened', 2);
    await happened(nobody, 'opened', 1);
    await happened(nobody, 'opened', 900);
    const opened = { field: 'type', op: 'is', value: 'opened' } as const;
    const lately = { field: 'at', op: 'in_last', value: { count: 30, unit: 'day' } } as const;
    const where = { all: [opened, lately] };
    expect(await names({ relation: 'mailEvents', quantifier: 'at_least', count: 2, where })).toEqual(['marco']);
    expect(await names({ relation: 'mailEvents', quantifier: 'at_least', count: 2, where: opened })).toEqual([
      'marco',
      'nobody',
    ]);
    expect(await names({ relation: 'mailEvents', quantifier: 'some', where })).toEqual(['lena', 'marco', 'nobody']);
    expect(await names({ relation: 'mailEvents', quantifier: 'none' })).toEqual(['zoe']);
    expect(await names({ relation: 'mailEvents', quantifier: 'at_most', count: 1, where })).toEqual([
      'lena',
      'nobody',
      'zoe',
    ]);
  });

  it('is read off an index under the policy where there is one', async () => {
    const plan = await platform.app.database.write(workspace.workspaceId, async (_em, sql) => {
      // So that the few rows of a test are read in the order of the index, too.
      for (const way of ['seqscan', 'bitmapscan', 'sort']) await sql(`set local enable_${way} = off`);
      const values: unknown[] = [workspace.workspaceId];
      const asked = await whereOf(leads, workspace.scope, { field: 'company', op: 'exactly', value: 'x' }, values);
      const order = `${orEmpty('l.company')}, l.id`;
      const text = `explain select id from lead l where l.workspace_id = $1 and l.archived_at is null and ${asked} order by ${order}`;
      return sql<{ 'QUERY PLAN': string }>(text, values);
    });
    const condition = plan.map((line) => line['QUERY PLAN']).find((line) => line.includes('Index Cond'));
    expect(condition).toContain('company');
  });

  it('pages on with the filter it began with', async () => {
    const { caller } = workspace;
    const where: Where = { not: { field: 'email', op: 'contains', value: 'nobody' } };
    const first = await caller.leads.list({ where, limit: 2, sort: 'company', direction: 'asc' });
    const cursor = first.nextCursor!;
    const rest = await caller.leads.list({ where, limit: 2, sort: 'company', direction: 'asc', cursor });
    expect([...first.items, ...rest.items].map(({ company }) => company)).toEqual(['HARBOR', 'Harbor', 'Müller']);
    const other: Where = { field: 'email', op: 'contains', value: 'nobody' };
    await expect(
      caller.leads.list({ where: other, limit: 2, sort: 'company', direction: 'asc', cursor }),
    ).rejects.toEqual(code('request.cursor_mismatch'));
  });

  it('says where a filter is wrong', async () => {
    const { caller } = workspace;
    const wrong = {
      all: [
        { field: 'company', op: 'is', value: 'x' },
        { field: 'phone', op: 'between', value: 7 },
      ],
    };
    for (const ask of [caller.leads.list, caller.leads.count])
      await expect(ask({ where: wrong as Where })).rejects.toMatchObject({
        cause: { code: 'filter.invalid', details: [{ path: 'where.all.1.op', reason: 'unknown_operator' }] },
      });
    await expect(caller.leads.list({ where: { any: 7 } as never })).rejects.toMatchObject({
      cause: { issues: [{ path: ['where', 'any'] }] },
    });
  });

  it('takes every text as a text', async () => {
    for (const value of [`'; drop table lead; --`, '%', '_', '\\', '$1', '"', "''", '{}'])
      for (const op of ['is', 'contains', 'starts_with', 'ends_with', 'exactly'] as const)
        expect(await names({ field: 'company', op, value })).toEqual([]);
  });
});
