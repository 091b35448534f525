import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMailEvents } from '#features/outreach/tracking';
import { newId } from '#kernel';
import { keptOfLeads } from '../../../../test/fixture/kept-of-leads.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { person, stage } from '../../../../test/fixture/received-mail.ts';
import { following } from './moved.rules.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(async () => {
  await platform.stop();
});

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });

/** Two leads of one person, each on a list and with counts. */
async function stageTwo() {
  const workspace = await platform.createWorkspace();
  const { caller, workspaceId } = workspace;
  const a = await caller.leads.create({
    email: 'lena@brandt.example',
    firstName: 'Lena',
    city: 'Venlo',
    tags: ['freight'],
    custom: { lane: 'Venlo' },
  });
  const b = await caller.leads.create({
    email: 'l.brandt@home.example',
    firstName: 'Lena',
    lastName: 'Brandt',
    city: 'Hamburg',
    phone: '+31 20 123 4567',
    score: 40,
    lawfulBasis: 'consent',
    lawfulBasisAt: '2026-02-01T00:00:00.000Z',
    tags: ['freight', 'new'],
    custom: { lane: 'Rotterdam', dock: '7' },
    emails: [{ email: 'lena@third.example' }],
  });
  const [one, other] = [await caller.lists.create({ name: 'One' }), await caller.lists.create({ name: 'Other' })];
  await caller.lists.addLeads({ id: one.id, leadIds: [a.id, b.id] });
  await caller.lists.addLeads({ id: other.id, leadIds: [b.id] });
  const events = (leadId: string, at: string) =>
    platform.app.database.write(workspaceId, (_em, sql) =>
      recordMailEvents(sql, workspaceId, [
        { type: 'sent', deliveryId: newId(), leadId: fromPublicId('lead', leadId)!, at: new Date(at) },
      ]),
    );
  await events(a.id, '2026-03-01T10:00:00Z');
  await events(b.id, '2026-03-02T10:00:00Z');
  return { ...workspace, a, b, one, other };
}

describe('a merge of leads', () => {
  it('is told before it happens, takes along what points at the other one, and is taken back exactly', async () => {
    const staged = await stageTwo();
    const { caller, a, b, one, other } = staged;
    const before = await keptOfLeads(staged);
    const preview = await caller.leadMerges.preview({ id: a.id, otherId: b.id });
    expect(preview.differing).toEqual([
      'email',
      'lastName',
      'phone',
      'city',
      'score',
      'lawfulBasis',
      'lawfulBasisAt',
      'custom.dock',
      'custom.lane',
    ]);
    const merged = await caller.leadMerges.merge({
      id: a.id,
      otherId: b.id,
      take: ['lastName', 'score', 'phone', 'lawfulBasis', 'lawfulBasisAt', 'custom.dock'],
    });
    expect(merged.lead).toMatchObject({
      email: 'lena@brandt.example',
      lastName: 'Brandt',
      city: 'Venlo',
      phone: '+31 20 123 4567',
      phoneNormal: '+31201234567',
      score: 40,
      lawfulBasisAt: '2026-02-01T00:00:00.000Z',
      tags: ['freight', 'new'],
      custom: { lane: 'Venlo', dock: '7' },
      mails: { sent: 2, lastContactedAt: '2026-03-02T10:00:00.000Z' },
    });
    expect(merged.lead.emails.map(({ email }) => email)).toEqual(['lena@third.example', 'l.brandt@home.example']);
    expect(new Set(merged.lead.lists)).toEqual(new Set([one.id, other.id]));
    expect(await caller.leads.get({ id: b.id })).toMatchObject({
      mergedIntoId: a.id,
      archivedAt: expect.any(String),
    });
    const { items } = await caller.leadMerges.list({ leadId: a.id });
    expect(items).toMatchObject([{ id: merged.id, otherName: 'Lena Brandt', state: 'completed' }]);
    expect(await caller.leadMerges.undo({ id: merged.id })).toMatchObject({ id: b.id, archivedAt: null });
    expect(await keptOfLeads(staged)).toEqual(before);
    await expect(caller.leadMerges.undo({ id: merged.id })).rejects.toEqual(code('lead_merge.not_undoable'));
  });

  it('lets the address of the other one become the first, and gives it back', async () => {
    const staged = await stageTwo();
    const { caller, a, b } = staged;
    const before = await keptOfLeads(staged);
    const { id, lead } = await caller.leadMerges.merge({ id: a.id, otherId: b.id, take: ['email'] });
    expect(lead).toMatchObject({ email: 'l.brandt@home.example' });
    expect(lead.emails.map(({ email }) => email)).toContain('lena@brandt.example');
    await caller.leadMerges.undo({ id });
    expect(await keptOfLeads(staged)).toEqual(before);
  });

  it('that is taken back keeps what somebody has changed since', async () => {
    const { caller, a, b } = await stageTwo();
    const { id } = await caller.leadMerges.merge({ id: a.id, otherId: b.id });
    await caller.leads.update({ id: a.id, lastName: 'Brandt-Ortega', tags: ['freight', 'new', 'later'] });
    await caller.leadMerges.undo({ id });
    expect(await caller.leads.get({ id: a.id })).toMatchObject({
      lastName: 'Brandt-Ortega',
      score: null,
      tags: ['freight', 'later'],
    });
  });

  it.each(['m1', 'm2'])('that ends at %s leaves nothing behind', async (point) => {
    const staged = await stageTwo();
    const { caller, a, b } = staged;
    const before = await keptOfLeads(staged);
    const settings = platform.app.config.process as { failpoint?: string | undefined };
    settings.failpoint = `${point}:throw`;
    try {
      await expect(caller.leadMerges.merge({ id: a.id, otherId: b.id })).rejects.toThrow(`failpoint ${point}`);
    } finally {
      settings.failpoint = undefined;
    }
    expect(await keptOfLeads(staged)).toEqual(before);
    await caller.leadMerges.merge({ id: a.id, otherId: b.id });
  });

  it('happens once, however often and in whichever direction it is asked for at the same time', async () => {
    const { caller, a, b } = await stageTwo();
    const asked = [
      [a, b],
      [b, a],
      [a, b],
    ].map(([one, other]) => caller.leadMerges.merge({ id: one!.id, otherId: other!.id }));
    const done = await Promise.allSettled(asked);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(caller.leadMerges.merge({ id: a.id, otherId: a.id })).rejects.toEqual(code('request.invalid'));
  });

  it('knows of every column that names leads', async () => {
    const { scope } = await platform.createWorkspace();
    const rows = await scope.read<{ place: string }>(
      `select c.relname || '.' || a.attname as place from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
         and (a.attname in ('lead_id', 'lead_ids')
              or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid
                          and f.confrelid = 'public.lead'::regclass and a.attnum = any(f.conkey) and a.attname <> 'workspace_id')
              or (c.relname in ('lead', 'lead_merge') and a.attname in ('merged_into_id', 'other_id')))`,
    );
    expect(rows.map(({ place }) => place).toSorted()).toEqual(Object.keys(following).toSorted());
  });
});

describe('an answer from the address of a lead that became part of another one', () => {
  it('is that one’s, and ends the outreach to it', async () => {
    const { ingest, messageId, caller } = await stage(platform);
    const [ana] = (await caller.leads.list({})).items;
    const other = await caller.leads.create({ email: 'ana@work.example', firstName: 'Ana' });
    await caller.leadMerges.merge({ id: other.id, otherId: ana!.id });
    await ingest(person('Re: Offer', 'Gladly.', `In-Reply-To: <${messageId}>`));
    const { items } = await caller.conversations.list({});
    expect(items).toMatchObject([{ lead: { id: other.id }, question: null }]);
    expect(await caller.leads.get({ id: other.id })).toMatchObject({ status: 'replied' });
    expect((await caller.enrollments.ofLead({ leadId: other.id })).items).toMatchObject([{ state: 'replied' }]);
    const { items: told } = await caller.timeline.list({ subject: { noun: 'lead', id: other.id } });
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['mail.replied']));
  });
});

describe('duplicates of leads', () => {
  it('are found by addresses, numbers, and name with company, and told apart for good', async () => {
    const { caller } = await platform.createWorkspace();
    const make = (email: string, more: object = {}) => caller.leads.create({ email, ...more });
    const tagged = await make('ana+work@x.example');
    const plain = await make('ana@x.example');
    const further = await make('bo@x.example', { emails: [{ email: 'ana@x.example' }] });
    const called = await make('cy@x.example', { phone: '+31 20 123 4567' });
    const calling = await make('dee@x.example', { country: 'NL', phones: [{ number: '020 1234567' }] });
    const named = await make('e@x.example', { firstName: 'José', lastName: 'Ruiz', company: 'Puerto Sur' });
    const same = await make('f@y.example', { firstName: 'josé', lastName: 'Ruiz', company: 'puerto sur' });
    await make('g@y.example', { firstName: 'José', lastName: 'Ruiz', company: 'Elsewhere' });
    const groups = async (id?: string) =>
      (await caller.leadMerges.duplicates(id ? { id } : {})).items.map(({ reason, leads }) => [
        reason,
        leads.map((lead) => lead.id).toSorted(),
      ]);
    const ids = (...leads: { id: string }[]) => leads.map(({ id }) => id).toSorted();
    expect(await groups()).toEqual([
      ['email', ids(tagged, plain, further)],
      ['name', ids(named, same)],
      ['phone', ids(called, calling)],
    ]);
    expect(await groups(further.id)).toEqual([['email', ids(plain, further)]]);
    expect(await groups(calling.id)).toEqual([['phone', ids(called, calling)]]);
    expect(await groups(named.id)).toEqual([['name', ids(named, same)]]);
    expect(await caller.leadMerges.tellApart({ id: same.id, otherIds: [named.id] })).toEqual({ count: 1 });
    expect(await groups(named.id)).toEqual([]);
    expect(await groups()).toHaveLength(2);
    await caller.leadMerges.tellApart({ id: same.id, otherIds: [named.id], distinct: false });
    expect(await groups(named.id)).toHaveLength(1);
  });
});
