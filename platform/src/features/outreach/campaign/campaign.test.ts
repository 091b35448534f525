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

  it('shows each lead why it waits, pauses, resumes and completes', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: 1, leads: 3 });
    const { caller } = workspace;
    const act = { id: staged.campaignId };
    await caller.campaigns.launch(act);
    await caller.campaigns.pause(act);
    const page = await caller.enrollments.list({ campaignId: staged.campaignId, limit: 2 });
    expect(page.items.map((item) => item.whyNotNow)).toEqual(Array(2).fill(expect.stringContaining('paused')));
    const rest = await caller.enrollments.list({ campaignId: staged.campaignId, cursor: page.nextCursor! });
    expect(rest.items.length).toBe(1);
    expect((await caller.campaigns.resume(act)).state).toBe('running');
    expect((await caller.campaigns.complete(act)).counts.pending).toBe(0);
  });
});

describe('the list', () => {
  it('finds by words, state and archive, counts what it finds, and pages through every campaign once in each order', async () => {
    const { caller } = await platform.createWorkspace();
    for (const name of ['Über Freight', 'Ports', 'Growers', 'Ports', 'Fair']) await caller.campaigns.create({ name });
    const names = async (filter: object) => (await caller.campaigns.list({ filter })).items.map((one) => one.name);
    expect(await names({})).toEqual(['Fair', 'Ports', 'Growers', 'Ports', 'Über Freight']);
    expect(await names({ search: 'uber' })).toEqual(['Über Freight']);
    expect(await names({ state: ['running'] })).toEqual([]);
    expect(await names({ state: ['draft'], search: 'PORTS' })).toEqual(['Ports', 'Ports']);
    expect(await caller.campaigns.count({ filter: { search: 'ports' } })).toEqual({ count: 2 });
    for (const sort of ['created_at', 'name'] as const)
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await caller.campaigns.list({ sort, direction, limit: 2, cursor });
          seen.push(...page.items.map((one) => one.id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect([seen.length, new Set(seen).size], `${sort} ${direction}`).toEqual([5, 5]);
      }
    const [third] = (await caller.campaigns.list({ sort: 'name', direction: 'asc', skip: 2, limit: 1 })).items;
    expect(third).toMatchObject({ name: 'Ports', stepCount: 0, trend: Array(14).fill(0) });
  });
});

describe('the archive', () => {
  /** One campaign in each state. */
  const oneOfEach = async () => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    const { campaignId: running, mailboxIds } = await stageCampaign(workspace, { port: 1, leads: 2 });
    const like = async (name: string) => {
      const { id: _id, ...rest } = await caller.campaigns.get({ id: running });
      const steps = rest.steps.map(({ subject, body }) => ({ subject, body, delay }));
      const made = await caller.campaigns.create({
        name,
        steps,
        mailboxIds: rest.mailboxIds,
        audience: { filter: {} },
      });
      return made.id;
    };
    const [draft, paused, completed] = [await like('Draft'), await like('Paused'), await like('Completed')];
    for (const id of [running, paused, completed]) await caller.campaigns.launch({ id });
    await caller.campaigns.pause({ id: paused });
    await caller.campaigns.complete({ id: completed });
    return { ...workspace, running, draft, paused, completed, mailboxIds };
  };

  it('takes none while one of them runs, and says which', async () => {
    const { caller, running, draft, paused } = await oneOfEach();
    expect(await failure(caller.campaigns.archive({ ids: [draft, paused, running] }))).toMatchObject({
      code: 'campaign.wrong_state',
      details: [{ path: 'ids.2', message: '"A campaign" is running: pause or complete it first.' }],
    });
    expect(
      await failure(caller.campaigns.archive({ ids: [draft, 'cmp_00000000000070008000000000000000'] })),
    ).toMatchObject({ code: 'campaign.not_found' });
    expect(await caller.campaigns.count({})).toEqual({ count: 4 });
    expect((await caller.campaigns.get({ id: paused })).state).toBe('paused');
  });

  it('gives back a draft as a draft, the rest as completed, and nothing that is left to send', async () => {
    const { caller, draft, paused, completed } = await oneOfEach();
    const ids = [draft, paused, completed];
    expect(await caller.campaigns.archive({ ids })).toEqual({ count: 3 });
    expect(await caller.campaigns.count({})).toEqual({ count: 1 });
    const archived = (await caller.campaigns.list({ filter: { archived: true }, sort: 'name', direction: 'asc' }))
      .items;
    expect(archived.map(({ name, state }) => [name, state])).toEqual([
      ['Completed', 'completed'],
      ['Draft', 'draft'],
      ['Paused', 'completed'],
    ]);
    for (const id of ids) expect((await caller.campaigns.get({ id })).counts.pending).toBe(0);
    expect((await caller.enrollments.list({ campaignId: paused })).items.map(({ state }) => state)).toEqual([
      'stopped',
      'stopped',
    ]);
    for (const act of ['launch', 'pause', 'resume', 'complete', 'update'] as const)
      expect(await failure(caller.campaigns[act]({ id: draft })), act).toMatchObject({
        code: 'campaign.wrong_state',
        public: expect.stringContaining('Restore it'),
      });
    await caller.campaigns.restore({ ids });
    expect(await caller.campaigns.get({ id: draft })).toMatchObject({ state: 'draft', archivedAt: null });
    for (const id of [paused, completed])
      expect(await caller.campaigns.get({ id })).toMatchObject({ state: 'completed', archivedAt: null });
    expect((await caller.campaigns.launch({ id: draft })).state).toBe('running');
  });

  it('tells what happened to a campaign by the standard events', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.campaigns.create({ name: 'Spring' });
    await caller.campaigns.archive({ ids: [id, id] });
    await caller.campaigns.archive({ ids: [id] });
    await caller.campaigns.restore({ ids: [id] });
    const events = await scope.read<{ type: string }>('select type from event order by id');
    expect(events.map(({ type }) => type)).toEqual(
      ['created', 'archived', 'restored'].map((verb) => `campaign.${verb}`),
    );
  });

  it('takes over what a previous release archives while it is replaced', async () => {
    const { caller, scope, draft, completed } = await oneOfEach();
    await scope.write(({ sql }) =>
      sql(`update campaign set state = 'archived' where id = any($1)`, [
        [draft, completed].map((id) => fromPublicId('campaign', id)),
      ]),
    );
    expect((await caller.campaigns.list({})).items).toHaveLength(4);
    await finishCampaigns(platform.app);
    expect(await caller.campaigns.count({})).toEqual({ count: 2 });
    await caller.campaigns.restore({ ids: [draft, completed] });
    expect((await caller.campaigns.get({ id: draft })).state).toBe('draft');
    expect((await caller.campaigns.get({ id: completed })).state).toBe('completed');
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
