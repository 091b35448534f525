import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { enrollRest } from '../../../../test/faults/enroll-rest.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { failureOf } from '#kernel';
import type { TRPCError } from '@trpc/server';
import { enrollNext } from './enroll-audience.ts';
import { finishCampaigns } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: TRPCError) => failureOf(error),
  );
const delay = { amount: 0, unit: 'minutes' as const };

describe('a draft', () => {
  it('says everything that keeps it from starting, and launch refuses with the same list', async () => {
    const { caller } = await platform.createWorkspace();
    const draft = await caller.campaigns.create({ name: 'Empty' });
    const reasons = draft.blockers.map((blocker) => blocker.reason);
    expect(reasons).toEqual(['no_steps', 'no_mailbox', 'empty_audience']);
    const refused = await failure(caller.campaigns.launch({ id: draft.id }));
    expect(refused).toMatchObject({ code: 'campaign.not_ready' });
    expect(refused!.details.map((detail) => detail.reason)).toEqual(reasons);
  });

  it('refuses a merge field that does not exist and names where it stands', async () => {
    const { caller } = await platform.createWorkspace();
    const steps = [{ subject: 'Hi {{ frist_name }}', body: '<p>x</p>', delay }];
    expect(await failure(caller.campaigns.create({ name: 'Typo', steps }))).toMatchObject({
      code: 'template.unknown_field',
      details: [{ path: 'steps.0.subject' }],
    });
  });

  it('is not ready with a text that no mail can be made of, wherever it came from', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const steps = [{ subject: 'Hi', body: '<p>x</p>', delay }];
    const { id } = await caller.campaigns.create({ name: 'Old', steps });
    await scope.write(({ sql }) =>
      sql(`update step set body = '<p>{% if </p>' where campaign_id = $1`, [fromPublicId('campaign', id)]),
    );
    expect((await caller.campaigns.get({ id })).blockers).toContainEqual({
      path: 'steps.0.body',
      reason: 'template.syntax',
      message: expect.stringContaining('line 1'),
    });
  });

  it('keeps the ids of steps that are given with theirs', async () => {
    const { caller } = await platform.createWorkspace();
    const steps = [1, 2].map((n) => ({ subject: `S${n}`, body: '<p>x</p>', delay }));
    const draft = await caller.campaigns.create({ name: 'Steps', steps });
    const [first, second] = draft.steps;
    const kept = { id: second!.id, subject: 'Changed', body: '<p>y</p>', delay };
    const updated = await caller.campaigns.update({ id: draft.id, steps: [kept] });
    expect(updated.steps).toMatchObject([{ id: second!.id, position: 1, subject: 'Changed' }]);
    expect(updated.steps[0]!.id).not.toBe(first!.id);
  });
});

describe('a launch', () => {
  it('keeps to the leads of its moment, but for those who may no longer be contacted when their turn comes', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: 1, leads: 10_500 });
    const { caller, scope } = workspace;
    expect((await caller.campaigns.launch({ id: staged.campaignId })).enrolling).toBe(5500);
    await caller.leads.create({ email: 'late@recipients.test' });
    const gone = await scope.write(({ sql, workspaceId }) =>
      sql<{ id: string }>(
        `update lead set archived_at = now() where workspace_id = $1 and id in (
           select l.id from lead l where l.workspace_id = $1 and l.status = 'new' and l.email <> 'late@recipients.test' limit 7) returning id`,
        [workspaceId],
      ),
    );
    expect(gone.length).toBe(7);
    expect((await enrollRest(platform, workspace, staged.campaignId)).counts.leads).toBe(10_493);
    expect((await caller.leads.list({ filter: { search: 'late@' } })).items).toMatchObject([{ status: 'new' }]);
  });

  it('goes on while paused, is no completed campaign before everybody is in, and enrolls nobody once it was completed', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: 1, leads: 10_500 });
    const { caller, scope } = workspace;
    const act = { id: staged.campaignId };
    await caller.campaigns.launch(act);
    await scope.write(({ sql, workspaceId }) =>
      sql(`update enrollment set state = 'completed', next_step_at = null where workspace_id = $1`, [workspaceId]),
    );
    await finishCampaigns(platform.app);
    expect((await caller.campaigns.pause(act)).state).toBe('paused');
    const campaignId = fromPublicId('campaign', staged.campaignId)!;
    expect(await scope.write((writing) => enrollNext(writing, campaignId))).toBe(true);
    expect(await caller.campaigns.get(act)).toMatchObject({ counts: { leads: 10_000, pending: 5000 }, enrolling: 500 });
    expect(await caller.campaigns.complete(act)).toMatchObject({ counts: { leads: 10_000, pending: 0 }, enrolling: 0 });
    expect(await scope.write((writing) => enrollNext(writing, campaignId))).toBe(false);
  });

  it('shows each lead why it waits, pauses and resumes, and archives only what has stopped', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: 1, leads: 3 });
    const { caller } = workspace;
    const act = { id: staged.campaignId };
    await caller.campaigns.launch(act);
    expect(await failure(caller.campaigns.archive(act))).toMatchObject({ code: 'campaign.wrong_state' });
    await caller.campaigns.pause(act);
    const page = await caller.enrollments.list({ campaignId: staged.campaignId, limit: 2 });
    expect(page.items.map((item) => item.whyNotNow)).toEqual(Array(2).fill(expect.stringContaining('paused')));
    const rest = await caller.enrollments.list({ campaignId: staged.campaignId, cursor: page.nextCursor! });
    expect(rest.items.length).toBe(1);
    expect((await caller.campaigns.resume(act)).state).toBe('running');
    expect((await caller.campaigns.complete(act)).counts.pending).toBe(0);
    await caller.campaigns.archive(act);
    expect((await caller.campaigns.list({})).items).toEqual([]);
    expect((await caller.campaigns.list({ state: ['archived'] })).items).toMatchObject([{ stepCount: 1 }]);
  });
});

describe('why a mail does not leave now', () => {
  /** A launched campaign whose window opens in about two days, and where its leads stand. */
  const closed = async (wait: { amount: number; unit: 'minutes' | 'days' }) => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    const { campaignId: id } = await stageCampaign(workspace, {
      port: 1,
      leads: 2,
      steps: [{ subject: 'S', body: '<p>x</p>', delay: wait }],
    });
    const day = ((new Date().getUTCDay() + 1) % 7) + 1; // the day after tomorrow, Monday is 1
    const schedule = { timeZone: 'UTC', days: [day], from: '00:00', until: '24:00' };
    await caller.campaigns.update({ id, schedule });
    await caller.campaigns.launch({ id });
    return {
      caller,
      id,
      reasons: (await caller.campaigns.whyNotNow({ id })).reasons,
      leads: (await caller.enrollments.list({ campaignId: id })).items.map((item) => item.whyNotNow),
    };
  };

  it('is the window where the first mail waits for nothing else, with the moment at which it opens', async () => {
    const { reasons, leads, caller, id } = await closed({ amount: 0, unit: 'minutes' });
    expect(reasons).toMatchObject([{ reason: 'outside_window', count: 2, until: expect.stringMatching(/T00:00:00/) }]);
    expect(leads).toEqual(Array(2).fill(reasons[0]!.message));
    await caller.campaigns.pause({ id });
    expect((await caller.campaigns.whyNotNow({ id })).reasons).toMatchObject([{ reason: 'paused', count: 2 }]);
  });

  it('is the delay where that ends after the window has opened', async () => {
    const { reasons, leads } = await closed({ amount: 9, unit: 'days' });
    expect(reasons).toMatchObject([{ reason: 'waiting_delay', count: 2 }]);
    expect(leads).toEqual(Array(2).fill(reasons[0]!.message));
  });

  it('is the next try where the first one was refused for now', async () => {
    const workspace = await platform.createWorkspace();
    const { campaignId } = await stageCampaign(workspace, { port: 1, leads: 1 });
    await workspace.caller.campaigns.launch({ id: campaignId });
    await workspace.scope.write(({ sql }) =>
      sql(
        `with begun as (update enrollment set next_step_at = null returning *)
         insert into delivery (workspace_id, id, mailbox_id, campaign_id, enrollment_id, to_address, address_hash, subject, message_id,
                               raw_hash, state, troubled, due_at)
         select workspace_id, id, mailbox_id, campaign_id, id, '', '', '', id::text, '', 'planned', false, now() + interval '5 minutes' from begun`,
      ),
    );
    expect((await workspace.caller.campaigns.whyNotNow({ id: campaignId })).reasons).toMatchObject([
      { reason: 'retry', count: 1, until: expect.any(String) },
    ]);
  });
});
