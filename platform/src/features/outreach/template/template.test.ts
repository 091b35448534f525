import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string, more: object = {}) =>
  expect.objectContaining({ cause: expect.objectContaining({ code: name, ...more }) });
const texts = { name: 'Intro', subject: 'Hi {{ first_name }}', body: '<p>Hello {{ company | default: "you" }}</p>' };

describe('a template', () => {
  it('comes back as it was written, with the fields it uses, until it is archived', async () => {
    const { caller } = await platform.createWorkspace();
    const created = await caller.templates.create(texts);
    expect(created).toMatchObject({ ...texts, fields: ['first_name', 'company'], archivedAt: null });
    expect(await caller.templates.get({ id: created.id })).toEqual(created);
    const updated = await caller.templates.update({ id: created.id, subject: 'Hi {{ city }}' });
    expect(updated).toMatchObject({ body: texts.body, fields: ['city', 'company'] });
    expect((await caller.templates.list({ filter: { search: 'INTRO' } })).items).toEqual([updated]);
    expect((await caller.templates.list({ filter: { search: 'other' } })).items).toEqual([]);
    await caller.templates.archive({ ids: [created.id] });
    expect((await caller.templates.list({})).items).toEqual([]);
    await expect(caller.templates.update({ id: created.id, name: 'x' })).rejects.toEqual(code('template.not_found'));
    expect((await caller.templates.list({ filter: { archived: true } })).items).toHaveLength(1);
    await caller.templates.restore({ ids: [created.id] });
    expect((await caller.templates.list({})).items).toMatchObject([{ id: created.id, archivedAt: null }]);
  });

  it('is unknown to other workspaces', async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    const { id } = await a.caller.templates.create(texts);
    for (const act of ['get', 'update'] as const)
      await expect(b.caller.templates[act]({ id })).rejects.toEqual(code('template.not_found'));
    for (const act of ['archive', 'restore'] as const)
      await expect(b.caller.templates[act]({ ids: [id] })).rejects.toEqual(code('template.not_found'));
  });

  it('with an unknown merge field is refused by its name, with the one that was meant, in every text', async () => {
    const { caller } = await platform.createWorkspace();
    const wrong = { ...texts, subject: 'Hi {{ firstname }}', body: '<p>{{ custom.lane }}</p>' };
    await expect(caller.templates.create(wrong)).rejects.toEqual(
      code('template.unknown_field', {
        details: [
          {
            path: 'subject',
            reason: 'template.unknown_field',
            name: 'firstname',
            message: expect.stringContaining('"first_name"'),
          },
          {
            path: 'body',
            reason: 'template.unknown_field',
            name: 'custom.lane',
            message: expect.stringContaining('"custom.lane"'),
          },
        ],
      }),
    );
    await caller.leads.create({ email: 'lena@example.com', custom: { lane: 'Venlo' } });
    expect(await caller.templates.create({ ...wrong, subject: 'Hi' })).toMatchObject({ fields: ['custom.lane'] });
  });

  it.each([
    ['template.syntax', '<p>{{ first_name </p>'],
    ['template.syntax', '<p>{% </p>'],
    ['template.limit_exceeded', '{% for i in (1..10000000) %}x{% endfor %}'],
    ['template.limit_exceeded', `{{ email${' or email'.repeat(12_000)} }}`],
    ['template.limit_exceeded', '{{ email }} '.repeat(3_000)],
    ['template.limit_exceeded', '<div>'.repeat(30_000)],
  ])('that cannot be merged is refused: %s', async (expected, body) => {
    const { caller } = await platform.createWorkspace();
    await expect(caller.templates.create({ ...texts, body })).rejects.toEqual(code(expected));
    await expect(caller.templates.preview({ subject: 'Hi', body })).rejects.toEqual(code(expected));
    const steps = [{ subject: 'Hi', body, delay: { amount: 0, unit: 'days' as const } }];
    await expect(caller.campaigns.create({ name: 'One', steps })).rejects.toEqual(code(expected));
  });
});

describe('a preview', () => {
  it('shows what the given lead would get, or the newest one, and which fields leave a gap', async () => {
    const { caller } = await platform.createWorkspace();
    const lena = await caller.leads.create({ email: 'lena@example.com', firstName: 'Lena', company: 'Brandt & Co' });
    await caller.leads.create({ email: 'ben@example.com' });
    const { subject, body } = texts;
    expect(await caller.templates.preview({ subject, body, leadId: lena.id })).toMatchObject({
      subject: 'Hi Lena',
      html: expect.stringContaining('Hello Brandt &amp; Co'),
      text: expect.stringContaining('Hello Brandt & Co'),
      lead: { id: lena.id, email: 'lena@example.com', name: 'Lena' },
      missing: [],
    });
    expect(await caller.templates.preview({ subject, body })).toMatchObject({
      lead: { email: 'ben@example.com' },
      html: expect.stringContaining('Hello you'),
      missing: ['first_name'],
    });
  });

  it('writes dates as the clock of the workspace shows them', async () => {
    const { caller } = await platform.createWorkspace({ timeZone: 'America/New_York' });
    await caller.leads.create({
      email: 'lena@example.com',
      custom: { renewal: '2026-03-01', call: '2026-03-01T01:30:00Z' },
    });
    const { text } = await caller.templates.preview({
      subject: 'Hi',
      body: '<p>{{ custom.renewal | date: "%d %B" }} / {{ custom.call | date: "%d %B %H:%M" }}</p>',
    });
    expect(text.trim()).toBe('01 March / 28 February 20:30');
  });

  it('works before there is any lead', async () => {
    const { caller } = await platform.createWorkspace();
    const { subject, body } = texts;
    expect(await caller.templates.preview({ subject, body })).toMatchObject({ subject: 'Hi First name', lead: null });
  });

  it("runs nothing that the text or a lead's data brings along", async () => {
    const { caller } = await platform.createWorkspace();
    await caller.leads.create({ email: 'lena@example.com', firstName: '<img src=x onerror=alert(1)>' });
    const { html } = await caller.templates.preview({
      subject: 'Hi',
      body: '<p onclick="x()">Hi {{ first_name }}</p><script>alert(1)</script>',
    });
    expect(html).not.toMatch(/onclick|<script|<img/);
  });

  it("never uses another workspace's lead", async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    const lead = await a.caller.leads.create({ email: 'lena@example.com' });
    const { subject, body } = texts;
    await expect(b.caller.templates.preview({ subject, body, leadId: lead.id })).rejects.toEqual(
      code('lead.not_found'),
    );
  });
});

it('merge fields are listed with the value of the newest lead', async () => {
  const { caller } = await platform.createWorkspace();
  await caller.leads.create({ email: 'lena@example.com', firstName: 'Lena', custom: { first_lane: 'Venlo' } });
  const { fields } = await caller.templates.fields();
  expect(fields).toContainEqual({ name: 'first_name', label: 'First name', example: 'Lena' });
  expect(fields).toContainEqual({ name: 'custom.first_lane', label: 'First lane', example: 'Venlo' });
  expect(fields).toContainEqual({ name: 'title', label: 'Job title', example: null });
  expect(fields).toContainEqual({ name: 'company', label: 'Company', example: null });
});
