import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdEnrollments, pauseEnrollments } from '#features/outreach/enrollment';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { finishCampaigns } from '../campaign/index.ts';
import { closePools } from './mailbox-queue-pools.ts';
import { mailboxQueueOf, runMailboxQueue } from './run-mailbox-queue.ts';

let platform: TestPlatform;
let sink: MailSink;
beforeAll(async () => {
  platform = await startTestPlatform();
  sink = await startMailSink();
});
afterAll(async () => {
  await closePools(platform.app);
  await platform.stop();
  await sink.stop();
});

const code = (name: string) => ({ cause: { code: name } });

/** A launched campaign of three mails whose first was sent, with what its only mailbox sends and the way of its first lead. */
async function underWay() {
  sink.taken = [];
  const workspace = await platform.createWorkspace();
  const { caller, scope } = workspace;
  const { campaignId, mailboxIds } = await stageCampaign(workspace, {
    port: sink.port,
    leads: 2,
    steps: [
      { subject: 'One', body: '<p>1</p>' },
      { subject: 'Two', body: '<p>2</p>', delay: { amount: 2, unit: 'hours' } },
      { subject: '', body: '<p>3</p>', delay: { amount: 5, unit: 'hours' } },
    ],
  });
  await caller.campaigns.launch({ id: campaignId });
  const run = () => runMailboxQueue(mailboxQueueOf(scope, mailboxIds[0]!)); // a staged campaign has a mailbox
  const rows = async () => (await caller.enrollments.list({ campaignId })).items;
  const [{ id, lead }] = (await rows()) as [Awaited<ReturnType<typeof rows>>[number]];
  const now = async () => (await rows()).find((one) => one.id === id)!;
  const due = () => scope.write(({ sql }) => sql(`update enrollment set next_step_at = now() where state = 'active'`));
  const taken = () =>
    sink.taken.filter(({ to }) => to === lead.email).map(({ raw }) => /^Subject: (.*?)\r?$/m.exec(raw)?.[1]);
  const hoursLeft = async () => Math.round((Date.parse((await now()).nextStepAt!) - Date.now()) / 3_600_000);
  return {
    ...workspace,
    campaignId,
    id,
    lead,
    leadId: fromPublicId('lead', lead.id)!,
    run,
    now,
    due,
    taken,
    hoursLeft,
  };
}

describe('a step that one lead skips', () => {
  it('is never sent to that lead, the next one comes once after its own delay from now, and all others get everything', async () => {
    const { caller, campaignId, id, run, now, due, taken, hoursLeft } = await underWay();
    await run();
    expect(await caller.enrollments.skip({ id })).toEqual({ id, state: 'active' });
    expect(await now()).toMatchObject({ state: 'active', stepsSent: 2 });
    expect(await hoursLeft()).toBe(5);
    for (const _ of [1, 2, 3]) {
      await due();
      await run();
    }
    await finishCampaigns(platform.app);
    expect(taken()).toEqual(['One', 'Re: One']);
    expect(sink.taken).toHaveLength(5);
    expect(await now()).toMatchObject({ state: 'completed', stepsSent: 3, nextStepAt: null });
    expect((await caller.campaigns.get({ id: campaignId })).state).toBe('completed');
  });

  it('is the last one: the lead is through', async () => {
    const { caller, id, run, now, taken } = await underWay();
    await run();
    await caller.enrollments.skip({ id });
    expect(await caller.enrollments.skip({ id })).toEqual({ id, state: 'completed' });
    expect(await now()).toMatchObject({ state: 'completed', stepsSent: 3, nextStepAt: null });
    await run();
    expect(taken()).toEqual(['One']);
    await expect(caller.enrollments.skip({ id })).rejects.toMatchObject(code('enrollment.wrong_state'));
  });

  it('brings no mail to a lead who is away, and lets a paused one rest', async () => {
    const { caller, scope, id, leadId, run, now } = await underWay();
    await run();
    const back = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    await scope.write((write) => holdEnrollments(write, leadId, back));
    await caller.enrollments.pause({ id });
    expect(await caller.enrollments.skip({ id })).toEqual({ id, state: 'paused' });
    expect(await now()).toMatchObject({ state: 'paused', reason: 'paused_by_person', stepsSent: 2 });
    expect((await now()).nextStepAt).toBe(`${back}T00:00:00.000Z`);
    await scope.write((write) => pauseEnrollments(write, leadId));
    await expect(caller.enrollments.skip({ id })).rejects.toMatchObject(code('enrollment.open_question'));
  });

  it('is not the first one, which others answer, nor one that is under way', async () => {
    const { caller, scope, id, run, now, due, taken } = await underWay();
    const refused = code('enrollment.step_not_skippable');
    await expect(caller.enrollments.skip({ id })).rejects.toMatchObject(refused);
    await run();
    await due();
    sink.refuse = () => ({ code: 451, text: '4.2.0 later' });
    await run();
    sink.refuse = () => null;
    await expect(caller.enrollments.skip({ id })).rejects.toMatchObject(refused);
    expect(await now()).toMatchObject({ state: 'active', stepsSent: 1 });
    await scope.write(({ sql }) => sql(`update delivery set due_at = now() where state = 'planned'`));
    await run();
    expect(taken()).toEqual(['One', 'Two']);
  });

  it('keeps its place from then on, is noted, and is told to whoever listens', async () => {
    const { caller, scope, campaignId, id, run } = await underWay();
    await run();
    await caller.enrollments.skip({ id });
    const { steps } = await caller.campaigns.get({ id: campaignId });
    const kept = steps.filter((_, at) => at !== 1).map(({ position: _place, ...step }) => step);
    await expect(caller.campaigns.update({ id: campaignId, steps: kept })).rejects.toMatchObject(
      code('campaign.steps_locked'),
    );
    const told = await scope.read<{ data: object }>(`select data from event where type = 'enrollment.updated'`);
    expect(told.map(({ data }) => data)).toContainEqual({ enrollmentId: id, campaignId, state: 'active' });
    const noted = await scope.read<{ act: string; outcome: string }>('select act, outcome from audit_log');
    expect(noted).toContainEqual({ act: 'enrollments.skip', outcome: 'ok' });
  });
});
