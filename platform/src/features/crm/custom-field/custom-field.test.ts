import type { CustomField } from '@tabard/contract/crm/custom-field';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(changed.custom).toEqual({ a_number: -0.1 });
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
});
