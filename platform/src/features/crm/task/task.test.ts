import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runJob } from '#kernel';
import {
  plantCrew,
  startTestPlatform,
  uuidOf,
  waitingMails,
  type TestMember,
  type TestPlatform,
  type TestWorkspace,
} from '../../../../test/fixture/index.ts';
import { remindJob } from './remind.job.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let ada: TestMember;
let uma: TestMember;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  workspace = await platform.createWorkspace({ timeZone: 'Europe/Berlin' });
  const crew = await plantCrew(platform, workspace, { Ada: 'outreach_specialist', Uma: 'outreach_specialist' });
  [ada, uma] = [crew['Ada']!, crew['Uma']!];
});

const create = (given: object = {}) => ada.caller.tasks.create({ title: 'Call back', ...given });
const titles = async (input: object = {}) => (await ada.caller.tasks.list(input)).items.map(({ title }) => title);
const invalid = (...paths: string[]) => ({
  cause: { code: 'request.invalid', details: paths.map((path) => expect.objectContaining({ path })) },
});

describe('tasks', () => {
  it('come back as they were written, in their own workspace only', async () => {
    const lead = await ada.caller.leads.create({ email: 'ines@client.example', firstName: 'Ines' });
    const task = await create({
      subject: { noun: 'lead', id: lead.id },
      type: 'call',
      due: '2026-12-01T09:30',
      assigneeId: uma.memberId,
    });
    expect(task).toMatchObject({
      dueAt: '2026-12-01T08:30:00.000Z',
      assigneeName: 'Uma',
      subjectName: 'Ines',
      status: 'open',
    });
    expect(await ada.caller.tasks.get({ id: task.id })).toEqual(task);
    const stranger = await platform.createWorkspace();
    for (const ask of [
      () => stranger.caller.tasks.get({ id: task.id }),
      () => stranger.caller.tasks.complete({ ids: [task.id] }),
      () => stranger.caller.tasks.change({ items: [{ id: task.id, due: null }] }),
    ])
      await expect(ask()).rejects.toMatchObject({ cause: { code: 'task.not_found' } });
  });

  it('are refused field by field where they say what cannot be', async () => {
    const other = await platform.createWorkspace();
    const { Eve: eve } = await plantCrew(platform, other, { Eve: 'viewer' });
    await expect(create({ assigneeId: eve!.memberId })).rejects.toMatchObject(invalid('assigneeId'));
    await expect(create({ recurrence: 'often', due: '2026-12-01' })).rejects.toMatchObject(invalid('recurrence'));
    const over = { recurrence: 'FREQ=DAILY;UNTIL=20251231', due: '2026-12-01' };
    await expect(create(over)).rejects.toMatchObject(invalid('recurrence'));
    await expect(create({ recurrence: 'FREQ=DAILY' })).rejects.toMatchObject(invalid('due'));
    await expect(create({ reminderMinutes: 10 })).rejects.toMatchObject(invalid('due'));
    for (const due of ['tomorrow', '2026-02-30', '2026-12-01T24:00'])
      await expect(create({ due })).rejects.toMatchObject({ cause: { name: 'ZodError' } });
    expect(await titles()).toEqual([]);
  });

  it('are listed by day, in the order of their due times, those of whole days first', async () => {
    await create({ title: 'noon', due: '2026-12-01T12:00' });
    await create({ title: 'day', due: '2026-12-01' });
    await create({ title: 'before', due: '2026-11-30T23:59' });
    await create({ title: 'after', due: '2026-12-02' });
    await create({ title: 'never' });
    const inOrder = { sort: 'due', direction: 'asc' };
    expect(await titles({ ...inOrder, dueFrom: '2026-12-01', dueTo: '2026-12-01' })).toEqual(['day', 'noon']);
    expect(await titles({ ...inOrder, dueTo: '2026-12-01' })).toEqual(['before', 'day', 'noon']);
    const first = await ada.caller.tasks.list({ sort: 'due', direction: 'asc', dueFrom: '2026-11-01', limit: 2 });
    expect(await titles({ ...inOrder, dueFrom: '2026-11-01', limit: 2, cursor: first.nextCursor })).toEqual([
      'noon',
      'after',
    ]);
  });

  it('that come again have their next one made once, in the transaction that completes them', async () => {
    const { id } = await create({ due: '2099-01-05T09:00', recurrence: 'freq=weekly;byday=mo', priority: 'high' });
    const done = await Promise.all([
      ada.caller.tasks.complete({ ids: [id] }),
      uma.caller.tasks.complete({ ids: [id] }),
    ]);
    expect(done.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    const open = async () => (await ada.caller.tasks.list({ filter: { status: ['open'] } })).items;
    expect(await open()).toMatchObject([
      { due: '2099-01-12T09:00', recurrence: 'FREQ=WEEKLY;BYDAY=MO', priority: 'high' },
    ]);
    // Undone, the next one goes, and comes again with the next completion.
    await ada.caller.tasks.reopen({ ids: [id] });
    expect(await open()).toMatchObject([{ id, due: '2099-01-05T09:00' }]);
    await ada.caller.tasks.complete({ ids: [id] });
    const [next] = await open();
    // Somebody has changed it: it stays, and there is never a second one.
    await ada.caller.tasks.update({ id: next!.id, title: 'Mine' });
    await ada.caller.tasks.reopen({ ids: [id] });
    await ada.caller.tasks.complete({ ids: [id] });
    expect((await open()).map(({ title }) => title)).toEqual(['Mine']);
  });

  it('are changed by the hundred, all of them or none, and back by the same call', async () => {
    const made = [await create({ title: 'a', due: '2026-12-01' }), await create({ title: 'b' })];
    const ids = made.map(({ id }) => id);
    const change = (items: object[]) => ada.caller.tasks.change({ items: items as never });
    await expect(
      change([
        { id: ids[0], due: '2026-12-24' },
        { id: ids[1], due: null, assigneeId: `mem_${'0'.repeat(32)}` },
      ]),
    ).rejects.toMatchObject(invalid('assigneeId'));
    expect((await ada.caller.tasks.get({ id: ids[0]! })).due).toBe('2026-12-01');
    await change(ids.map((id) => ({ id, due: '2026-12-24T08:00', assigneeId: uma.memberId })));
    expect((await ada.caller.tasks.list({ filter: { assigneeId: uma.memberId } })).items).toHaveLength(2);
    await change(made.map(({ id, due, assigneeId }) => ({ id, due, assigneeId })));
    for (const [index, id] of ids.entries()) {
      const { updatedAt, ...task } = await ada.caller.tasks.get({ id });
      const { updatedAt: before, ...first } = made[index]!;
      expect(task).toEqual(first);
      expect(updatedAt >= before).toBe(true);
    }
  });

  it('of a lead or a company that is gone stay, and are about nothing', async () => {
    const company = await ada.caller.companies.create({ name: 'Gone' });
    const { id } = await create({ subject: { noun: 'company', id: company.id } });
    expect((await ada.caller.tasks.list({ subject: { noun: 'company', id: company.id } })).items).toHaveLength(1);
    await ada.caller.companies.remove({ id: company.id });
    expect(await ada.caller.tasks.get({ id })).toMatchObject({ companyId: null, subjectName: null });
  });

  it('of a deal are named after it, come again on it, and are about nothing once it is gone', async () => {
    const deal = await ada.caller.deals.create({ title: 'Return legs' });
    const subject = { noun: 'deal', id: deal.id } as const;
    const task = await create({ subject, due: '2026-01-01', recurrence: 'FREQ=DAILY' });
    expect(task).toMatchObject({ dealId: deal.id, leadId: null, companyId: null, subjectName: 'Return legs' });
    await ada.caller.tasks.complete({ ids: [task.id] });
    const { items } = await ada.caller.tasks.list({ subject, filter: { status: ['open'] } });
    expect(items.map(({ dealId }) => dealId)).toEqual([deal.id]);
    await ada.caller.tasks.reopen({ ids: [task.id] });
    expect((await ada.caller.tasks.list({ subject })).items.map(({ id }) => id)).toEqual([task.id]);
    const lead = await ada.caller.leads.create({ email: 'ines@client.example' });
    await ada.caller.tasks.update({ id: task.id, subject: { noun: 'lead', id: lead.id } });
    expect(await ada.caller.tasks.update({ id: task.id, subject })).toMatchObject({ dealId: deal.id, leadId: null });
    await ada.caller.deals.archive({ ids: [deal.id] });
    await expect(create({ subject })).rejects.toMatchObject({ cause: { code: 'deal.not_found' } });
    await ada.caller.deals.remove({ id: deal.id });
    expect(await ada.caller.tasks.get({ id: task.id })).toMatchObject({ dealId: null, subjectName: null });
  });

  it('are counted by who did them, of which type and whether on time', async () => {
    const { id: late } = await create({ type: 'call', due: '2026-01-01', assigneeId: uma.memberId });
    const { id: free } = await create({ type: 'call', assigneeId: uma.memberId });
    const { id: nobody } = await create({});
    const { id: cancelled } = await create({});
    await ada.caller.tasks.complete({ ids: [late, free, nobody] });
    await ada.caller.tasks.cancel({ ids: [cancelled] });
    const today = new Date().toISOString().slice(0, 10);
    const { items } = await ada.caller.tasks.report({
      from: '2026-06-01',
      to: today > '2026-12-31' ? today : '2026-12-31',
    });
    expect(items).toEqual([
      { assigneeId: uma.memberId, assigneeName: 'Uma', type: 'call', done: 2, onTime: 1 },
      { assigneeId: null, assigneeName: null, type: 'todo', done: 1, onTime: 1 },
    ]);
    await expect(ada.caller.tasks.report({ from: '2026-06-01', to: '2026-05-01' })).rejects.toMatchObject(
      invalid('to'),
    );
  });
});

describe('a reminder', () => {
  /** A task whose reminder is due now. */
  const plantDue = async (given: object = {}) => {
    const task = await create({ due: '2099-01-01', reminderMinutes: 30, assigneeId: uma.memberId, ...given });
    await workspace.scope.write(({ sql }) =>
      sql(`update task set remind_at = now() - interval '1 second' where id = $1`, [uuidOf('task', task.id)]),
    );
    return task;
  };
  const remind = (id: string) =>
    runJob(platform.app, remindJob, { workspaceId: workspace.workspaceId, taskId: uuidOf('task', id) });
  const mails = () => waitingMails(platform, workspace, uma.email);

  it('is written once to who is to do it, however often it is asked for', async () => {
    const { id } = await plantDue();
    await Promise.all([remind(id), remind(id), remind(id)]);
    await remind(id);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'Reminder: Call back',
      paragraphs: ['Due on Thursday, January 1, 2099.'],
      url: expect.stringMatching(new RegExp(`/tasks/${id}$`)),
    });
    const told = await workspace.scope.read(`select data from event where type = 'task.reminded'`);
    expect(told).toHaveLength(1);
  });

  it('is not written for what is done, deleted or nobody’s', async () => {
    const [done, deleted, nobody] = [await plantDue(), await plantDue(), await plantDue({ assigneeId: null })];
    await ada.caller.tasks.complete({ ids: [done.id] });
    await ada.caller.tasks.archive({ ids: [deleted.id] });
    for (const { id } of [done, deleted, nobody]) await remind(id);
    expect(await mails()).toEqual([]);
  });

  it('follows the due time, and what is past already reminds nobody', async () => {
    const remindAt = async (id: string) =>
      (
        await workspace.scope.read<{ at: Date | null }>('select remind_at as at from task where id = $1', [
          uuidOf('task', id),
        ])
      )[0]?.at?.toISOString() ?? null;
    const { id } = await create({ due: '2099-07-01T10:00', reminderMinutes: 30 });
    expect(await remindAt(id)).toBe('2099-07-01T07:30:00.000Z');
    await ada.caller.tasks.update({ id, due: '2099-07-02' });
    expect(await remindAt(id)).toBe('2099-07-02T06:30:00.000Z');
    await ada.caller.tasks.update({ id, due: '2020-01-01' });
    expect(await remindAt(id)).toBeNull();
  });
});
