import { fromPublicId } from '@tabard/contract';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeValues } from './remove-values.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  const { customFields } = workspace.caller;
  for (const type of ['text', 'number', 'date', 'boolean', 'url', 'money'] as const)
    await customFields.create({ key: `a_${type}`, label: `A ${type}`, type });
  const options = [
    { id: 'small', label: 'Small team', color: 'blue' as const },
    { id: 'large', label: 'Größe XL' },
  ];
  for (const type of ['choice', 'choices'] as const)
    await customFields.create({ key: `a_${type}`, label: `A ${type}`, type, options });
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });
const fieldOf = async (key: string): Promise<CustomField> =>
  (await workspace.caller.customFields.list({ limit: 200 })).items.find((one) => one.key === key)!;
let made = 0;
const address = () => `lead${(made += 1)}@example.com`;

const whole = {
  a_text: 'Venlo',
  a_number: 12.5,
  a_date: '2026-03-29',
  a_boolean: false,
  a_url: 'https://harbor.example/a?b=1',
  a_money: { amount: 1250, currency: 'EUR' },
  a_choice: 'small',
  a_choices: ['large', 'small'],
};

describe('custom fields', () => {
  it('hold what their type says, and give it back as it was written', async () => {
    const { leads } = workspace.caller;
    const lead = await leads.create({ email: address(), custom: { ...whole, free: 'a text' } });
    expect(lead.custom).toEqual({ ...whole, free: 'a text' });
    expect((await leads.get({ id: lead.id })).custom).toEqual(lead.custom);
    const changed = await leads.update({ id: lead.id, custom: { a_number: -0.1, a_text: null, a_choices: [] } });
    const { a_text: _, a_choices: __, ...others } = whole;
    expect(changed.custom).toEqual({ ...others, free: 'a text', a_number: -0.1 });
  });

  it.each([
    ['a_text', 7, 'wrong_kind'],
    ['a_number', '7', 'wrong_kind'],
    ['a_date', '2026-02-30', 'wrong_form'],
    ['a_boolean', 'true', 'wrong_kind'],
    ['a_url', 'javascript:alert(1)', 'wrong_form'],
    ['a_money', { amount: 1, currency: 'euro' }, 'wrong_form'],
    ['a_choice', 'medium', 'not_listed'],
    ['a_choices', ['small', 'medium'], 'not_listed'],
    ['unknown_key', 7, 'wrong_kind'],
  ])('refuse what is no value of theirs, by field: %s', async (key, value, reason) => {
    const { leads } = workspace.caller;
    const wrong = leads.create({ email: address(), custom: { [key]: value } });
    await expect(wrong).rejects.toMatchObject({
      cause: { code: 'request.invalid', details: [{ path: `custom.${key}`, reason }] },
    });
    const { id } = await leads.create({ email: address() });
    await expect(leads.update({ id, custom: { [key]: value } })).rejects.toEqual(code('request.invalid'));
  });

  it('are asked for in filters as what they hold', async () => {
    const { caller } = workspace;
    const email = address();
    await caller.leads.create({ email, custom: whole });
    const taken = async (condition: object) => {
      const where = { all: [{ field: 'email', op: 'is', value: email }, condition] };
      return (await caller.leads.count({ where })).count;
    };
    for (const condition of [
      { field: 'custom.a_number', op: 'between', value: [12, 13] },
      { field: 'custom.a_date', op: 'before', value: '2026-03-30' },
      { field: 'custom.a_boolean', op: 'is', value: false },
      { field: 'custom.a_url', op: 'contains', value: 'HARBOR' },
      { field: 'custom.a_money', op: 'at_least', value: { amount: 1000, currency: 'EUR' } },
      { field: 'custom.a_choice', op: 'is_one_of', value: ['small'] },
      { field: 'custom.a_choices', op: 'has_all', value: ['small', 'large'] },
      { field: 'custom.free', op: 'is_empty' },
    ]) {
      expect(await taken(condition), JSON.stringify(condition)).toBe(1);
      expect(await taken({ not: condition }), JSON.stringify(condition)).toBe(0);
    }
    await expect(taken({ field: 'custom.a_number', op: 'contains', value: '1' })).rejects.toEqual(
      code('filter.invalid'),
    );
    await expect(taken({ field: 'custom.a_choice', op: 'is', value: 'medium' })).rejects.toEqual(
      code('filter.invalid'),
    );
  });

  it('are merged as people read them', async () => {
    const { caller } = await platform.createWorkspace();
    const options = [{ id: 'xl', label: 'Extra large' }];
    await caller.customFields.create({ key: 'size', label: 'Their size', type: 'choice', options });
    await caller.customFields.create({ key: 'worth', label: 'Worth', type: 'money' });
    const texts = { subject: 'Hi', body: '<p>{{ custom.size }}, {{ custom.worth }}</p>' };
    expect((await caller.templates.preview(texts)).text).toContain('Their size');
    await caller.leads.create({ email: address(), custom: { size: 'xl', worth: { amount: 1250, currency: 'EUR' } } });
    expect((await caller.templates.preview(texts)).text).toContain('Extra large, 12.50 EUR');
    const { fields } = await caller.templates.fields();
    expect(fields).toContainEqual({ name: 'custom.size', label: 'Their size', example: 'Extra large' });
  });

  it('keep key and type, need a key of their own, and have options only where one chooses', async () => {
    const { customFields } = workspace.caller;
    const number = await fieldOf('a_number');
    await expect(customFields.update({ id: number.id, type: 'text' })).rejects.toMatchObject({
      cause: { code: 'request.invalid', details: [{ path: 'type' }] },
    });
    expect(await customFields.update({ id: number.id, key: 'a_number', label: 'Size' })).toMatchObject({
      label: 'Size',
    });
    const again = { key: 'a_number', label: 'Again', type: 'text' } as const;
    await expect(customFields.create(again)).rejects.toEqual(code('custom_field.key_taken'));
    await expect(customFields.create({ key: 'b', label: 'B', type: 'choice' })).rejects.toEqual(
      code('request.invalid'),
    );
    const options = [{ id: 'x', label: 'X' }];
    await expect(customFields.create({ ...again, key: 'c', options })).rejects.toEqual(code('request.invalid'));
  });

  it('keep their values when they are archived, and go on where they were when they are back', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.customFields.create({ key: 'size', label: 'Size', type: 'number' });
    const lead = await caller.leads.create({ email: address(), custom: { size: 7 } });
    await caller.customFields.archive({ ids: [id] });
    expect((await caller.leads.update({ id: lead.id, custom: { size: 7, b: 'x' } })).custom).toEqual({
      size: 7,
      b: 'x',
    });
    await caller.customFields.restore({ ids: [id] });
    await expect(caller.leads.update({ id: lead.id, custom: { size: 'x' } })).rejects.toEqual(code('request.invalid'));
  });

  it('are a hundred at most, however many are made at once', async () => {
    const { caller } = await platform.createWorkspace();
    const make = (index: number) => caller.customFields.create({ key: `k${index}`, label: 'K', type: 'text' });
    for (let index = 0; index < 98; index++) await make(index);
    const last = await Promise.allSettled([98, 99, 100, 101].map(make));
    expect(last.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    await expect(make(200)).rejects.toEqual(code('custom_field.too_many'));
  });

  it('that are required have to be filled, and cannot be emptied; what lacks them already can be changed', async () => {
    const { caller } = await platform.createWorkspace();
    const before = await caller.leads.create({ email: address() });
    await caller.customFields.create({ key: 'fleet', label: 'Fleet', type: 'number', required: true });
    const missing = { cause: { code: 'request.invalid', details: [{ path: 'custom.fleet', reason: 'required' }] } };
    await expect(caller.leads.create({ email: address() })).rejects.toMatchObject(missing);
    const lead = await caller.leads.create({ email: address(), custom: { fleet: 0 } });
    await expect(caller.leads.update({ id: lead.id, custom: { fleet: null } })).rejects.toMatchObject(missing);
    expect((await caller.leads.update({ id: before.id, custom: { other: 'x' } })).custom).toEqual({ other: 'x' });
  });

  it('stand in the order that they are put into', async () => {
    const { caller } = await platform.createWorkspace();
    const ids: string[] = [];
    for (const key of ['a', 'b', 'c', 'd'])
      ids.push((await caller.customFields.create({ key, label: key, type: 'text' })).id);
    await caller.customFields.arrange({ ids: [ids[2]!, ids[0]!] });
    const { items } = await caller.customFields.list({});
    expect(items.toSorted((a, b) => a.position - b.position).map(({ key }) => key)).toEqual(['c', 'a', 'b', 'd']);
    const stranger = await platform.createWorkspace();
    await expect(stranger.caller.customFields.arrange({ ids: [ids[0]!] })).rejects.toEqual(
      code('custom_field.not_found'),
    );
  });

  it('are deleted with their values, part by part, and tell before what depends on them', async () => {
    const { caller, scope, workspaceId } = await platform.createWorkspace();
    const { id } = await caller.customFields.create({ key: 'fleet', label: 'Fleet', type: 'number' });
    await scope.write(({ sql }) =>
      sql(
        `insert into lead (workspace_id, id, email, custom)
         select $1, gen_random_uuid(), n || '@example.com', case when n <= 6000 then '{"fleet": 1, "other": "x"}'::jsonb else '{}' end
           from generate_series(1, 6100) n`,
        [workspaceId],
      ),
    );
    const where = { field: 'custom.fleet', op: 'at_least' as const, value: 1 };
    await caller.segments.create({ name: 'Large', where });
    await caller.templates.create({ name: 'Intro', subject: 'Hi', body: '<p>{{ custom.fleet }}</p>' });
    await caller.campaigns.create({
      name: 'Spring',
      audience: { where },
      steps: [{ subject: 'Hi', body: '<p>x</p>', delay: { amount: 0, unit: 'minutes' } }],
    });
    expect(await caller.customFields.uses({ id })).toEqual({
      leads: 6000,
      segments: ['Large'],
      campaigns: ['Spring'],
      templates: ['Intro'],
    });
    await caller.customFields.remove({ id });
    expect(await caller.customFields.get({ id })).toMatchObject({ removal: 0, archivedAt: expect.any(String) });
    await expect(caller.customFields.restore({ ids: [id] })).rejects.toEqual(code('custom_field.being_deleted'));
    await removeValues(scope, { workspaceId, fieldId: fromPublicId('customField', id)! });
    await expect(caller.customFields.get({ id })).rejects.toEqual(code('custom_field.not_found'));
    const [left] = await scope.read<{ fleet: number; other: number }>(
      `select count(*) filter (where custom ? 'fleet')::int as fleet, count(*) filter (where custom ? 'other')::int as other from lead`,
    );
    expect(left).toEqual({ fleet: 0, other: 6000 });
    const events = await scope.read<{ type: string }>(
      `select type from event where type like 'custom_field.%' order by id`,
    );
    expect(events.map(({ type }) => type)).toEqual(
      ['created', 'updated', 'updated', 'deleted'].map((verb) => `custom_field.${verb}`),
    );
  });
});
