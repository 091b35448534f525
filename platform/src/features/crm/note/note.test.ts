import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plantCrew,
  startTestPlatform,
  waitingMails,
  type TestMember,
  type TestPlatform,
  type TestWorkspace,
} from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let ada: TestMember;
let uma: TestMember;
let boss: TestMember;
let leadId: string;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  workspace = await platform.createWorkspace();
  const crew = await plantCrew(platform, workspace, {
    Ada: 'outreach_specialist',
    Uma: 'outreach_specialist',
    Boss: 'workspace_admin',
  });
  [ada, uma, boss] = [crew['Ada']!, crew['Uma']!, crew['Boss']!];
  ({ id: leadId } = await ada.caller.leads.create({ email: 'ines@client.example', firstName: 'Ines' }));
});

const about = (id = leadId) => ({ noun: 'lead', id }) as const;
const write = (text: string, by = ada) => by.caller.notes.create({ subject: about(), text });
const mailsOf = (person: TestMember) => waitingMails(platform, workspace, person.email);
const eventsOf = async (type: string) =>
  (await workspace.scope.read<{ data: object }>('select data from event where type = $1 order by id', [type])).map(
    ({ data }) => data,
  );

describe('notes', () => {
  it('come back as they were written, in their own workspace only', async () => {
    const written = await write('First line\n\nhttps://client.example');
    expect(written).toMatchObject({ authorName: 'Ada', canChange: true, leadId, companyId: null, editedAt: null });
    expect(await ada.caller.notes.get({ id: written.id })).toEqual(written);
    const stranger = await platform.createWorkspace();
    for (const ask of [
      () => stranger.caller.notes.get({ id: written.id }),
      () => stranger.caller.notes.update({ id: written.id, text: 'Mine' }),
      () => stranger.caller.notes.archive({ ids: [written.id] }),
    ])
      await expect(ask()).rejects.toMatchObject({ cause: { code: 'note.not_found' } });
    await expect(stranger.caller.notes.create({ subject: about(), text: 'Mine' })).rejects.toMatchObject({
      cause: { code: 'lead.not_found' },
    });
  });

  it('are changed and deleted by who wrote them and by who manages the workspace, and by nobody else', async () => {
    const { id } = await write('Mine');
    expect((await uma.caller.notes.get({ id })).canChange).toBe(false);
    for (const ask of [
      () => uma.caller.notes.update({ id, text: 'Yours' }),
      () => uma.caller.notes.archive({ ids: [id] }),
    ])
      await expect(ask()).rejects.toMatchObject({ cause: { code: 'auth.permission_denied' } });
    expect((await uma.caller.notes.pin({ id, isPinned: true })).isPinned).toBe(true);
    const edited = await boss.caller.notes.update({ id, text: 'Ours' });
    expect(edited).toMatchObject({ text: 'Ours', authorName: 'Ada' });
    expect(edited.editedAt).not.toBeNull();
    await ada.caller.notes.archive({ ids: [id] });
    expect((await ada.caller.notes.list({ subject: about() })).items).toEqual([]);
    await ada.caller.notes.restore({ ids: [id] });
    expect((await ada.caller.notes.list({ subject: about(), filter: { search: 'OUR' } })).items).toHaveLength(1);
  });

  it('tell whom they name once, by an event and a mail in their language, and never who wrote them', async () => {
    await platform.app.database.control((_em, sql) =>
      sql(`update app_user set locale = 'de' where id = $1`, [uma.userId]),
    );
    const named = `Ask @[${uma.memberId}] and @[${ada.memberId}], says @[${uma.memberId}]`;
    const note = await write(named);
    expect(note.mentions.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ada', 'Uma']));
    const [mail, ...more] = await mailsOf(uma);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'Ada erwähnt Sie in einer Notiz zu Ines',
      paragraphs: ['Ask @Uma and @Ada, says @Uma'],
      locale: 'de',
    });
    expect(mail?.url).toContain(`/leads/${leadId}?panel=notes`);
    expect(await mailsOf(ada)).toEqual([]);
    await ada.caller.notes.update({ id: note.id, text: 'Nobody' });
    expect((await ada.caller.notes.get({ id: note.id })).mentions).toEqual([]);
    await ada.caller.notes.update({ id: note.id, text: `${named} and @[${boss.memberId}]` });
    expect([await mailsOf(uma), await mailsOf(boss)].map((mails) => mails.length)).toEqual([1, 1]);
    expect(await eventsOf('note.mentioned')).toHaveLength(3);
  });

  it('name members of the workspace alone, and write nothing where one is none', async () => {
    const other = await platform.createWorkspace();
    const { Eve: eve } = await plantCrew(platform, other, { Eve: 'viewer' });
    await expect(write(`Ask @[${eve!.memberId}] and @[${uma.memberId}]`)).rejects.toMatchObject({
      cause: { code: 'request.invalid', details: [{ path: 'text', reason: 'not_listed' }] },
    });
    expect((await ada.caller.notes.list({})).items).toEqual([]);
    expect(await mailsOf(uma)).toEqual([]);
  });

  it('tell all of a team that they name, each once, and keep its name when it is archived', async () => {
    const team = await boss.caller.teams.create({ name: 'Sales', memberIds: [ada.memberId, uma.memberId] });
    const note = await write(`Ask @[${team.id}] and @[${uma.memberId}]`);
    expect(note.mentions.map(({ id, name }) => [id, name])).toEqual(
      expect.arrayContaining([
        [team.id, 'Sales'],
        [uma.memberId, 'Uma'],
      ]),
    );
    expect(note.mentions).toHaveLength(2);
    expect((await mailsOf(uma)).map(({ subject }) => subject)).toEqual(['Ada named you in a note on Ines']);
    expect(await mailsOf(ada)).toEqual([]);
    // Whoever joins later is told of nothing, whatever else becomes of the note.
    await boss.caller.teams.setMembers({
      id: team.id,
      memberIds: [ada.memberId, uma.memberId, boss.memberId],
      leaderId: null,
    });
    await ada.caller.notes.update({ id: note.id, text: `Please ask @[${team.id}]` });
    expect(await mailsOf(boss)).toEqual([]);
    await write(`@[${team.id}], they call back`);
    expect(await mailsOf(boss)).toMatchObject([
      { subject: 'Ada named Sales in a note on Ines', paragraphs: ['@Sales, they call back'] },
    ]);
    expect(await eventsOf('note.mentioned')).toHaveLength(5);
    expect((await ada.caller.notes.people({})).teams).toEqual([{ id: team.id, name: 'Sales' }]);
    await boss.caller.teams.archive({ ids: [team.id] });
    await expect(write(`@[${team.id}]`)).rejects.toMatchObject({
      cause: { code: 'request.invalid', details: [{ path: 'text', reason: 'not_listed' }] },
    });
    expect((await ada.caller.notes.get({ id: note.id })).mentions).toEqual([{ id: team.id, name: 'Sales' }]);
  });

  it('say on which record they stand, so that its timeline has them', async () => {
    const { id } = await write('Met at the fair');
    await ada.caller.notes.archive({ ids: [id] });
    expect(await eventsOf('note.created')).toEqual([{ noteId: id, leadId, companyId: null, dealId: null }]);
    expect(await eventsOf('note.archived')).toEqual([{ noteId: id, leadId, companyId: null, dealId: null }]);
    const subjects = await workspace.scope.read(`select distinct subject_noun from event where type like 'note.%'`);
    expect(subjects).toEqual([{ subject_noun: 'lead' }]);
  });

  it('of a company that became part of another are read with that one, and are gone with the company', async () => {
    const [stays, goes] = [
      await ada.caller.companies.create({ name: 'Stays' }),
      await ada.caller.companies.create({ name: 'Goes' }),
    ];
    await ada.caller.notes.create({ subject: { noun: 'company', id: goes.id }, text: 'Of the other' });
    await ada.caller.companies.merge({ id: stays.id, otherId: goes.id });
    const texts = async (id: string) =>
      (await ada.caller.notes.list({ subject: { noun: 'company', id } })).items.map(({ text }) => text);
    expect(await texts(stays.id)).toEqual(['Of the other']);
    await ada.caller.companies.remove({ id: goes.id });
    expect(await texts(stays.id)).toEqual([]);
  });

  it('of a deal stand in its timeline, are refused where it is none or archived, and are gone with the deal', async () => {
    const deal = await ada.caller.deals.create({ title: 'Return legs' });
    const [subject, other] = [deal, await ada.caller.deals.create({ title: 'Other' })].map(
      ({ id }) => ({ noun: 'deal', id }) as const,
    );
    const note = await ada.caller.notes.create({ subject: subject!, text: `Ask @[${uma.memberId}]` });
    expect(note).toMatchObject({ leadId: null, companyId: null, dealId: deal.id });
    const texts = async (of = subject) => (await ada.caller.notes.list({ subject: of })).items.map(({ id }) => id);
    expect([await texts(), await texts(other)]).toEqual([[note.id], []]);
    expect(await eventsOf('note.created')).toEqual([
      { noteId: note.id, leadId: null, companyId: null, dealId: deal.id },
    ]);
    const [mail] = await mailsOf(uma);
    expect(mail).toMatchObject({ subject: 'Ada named you in a note on Return legs' });
    expect(mail?.url).toContain(`/deals/${deal.id}?panel=notes`);
    await ada.caller.deals.archive({ ids: [deal.id] });
    const unknown = { noun: 'deal', id: `dea_${'0'.repeat(32)}` } as const;
    for (const of of [subject!, unknown])
      await expect(ada.caller.notes.create({ subject: of, text: 'Late' })).rejects.toMatchObject({
        cause: { code: 'deal.not_found' },
      });
    expect(await texts()).toEqual([note.id]);
    await ada.caller.deals.remove({ id: deal.id });
    await expect(ada.caller.notes.get({ id: note.id })).rejects.toMatchObject({ cause: { code: 'note.not_found' } });
  });

  it('come in pages, the newest first, and those that are pinned by themselves', async () => {
    for (const text of ['1', '2', '3']) await write(text);
    const first = await ada.caller.notes.list({ subject: about(), limit: 2 });
    expect(first.items.map(({ text }) => text)).toEqual(['3', '2']);
    const next = await ada.caller.notes.list({ subject: about(), limit: 2, cursor: first.nextCursor! });
    expect(next.items.map(({ text }) => text)).toEqual(['1']);
    await ada.caller.notes.pin({ id: next.items[0]!.id, isPinned: true });
    const pinned = await ada.caller.notes.list({ subject: about(), filter: { isPinned: true } });
    expect(pinned.items.map(({ text }) => text)).toEqual(['1']);
    expect(pinned.items[0]?.editedAt).toBeNull();
  });
});
