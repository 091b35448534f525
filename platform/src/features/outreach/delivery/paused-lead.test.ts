import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdEnrollments, pauseEnrollments, resumeEnrollments } from '#features/outreach/enrollment';
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

async function launched() {
  sink.taken = [];
  sink.refuse = () => null;
  const workspace = await platform.createWorkspace();
  const staged = await stageCampaign(workspace, { port: sink.port, leads: 3 });
  await workspace.caller.campaigns.launch({ id: staged.campaignId });
  const run = () => runMailboxQueue(mailboxQueueOf(workspace.scope, staged.mailboxIds[0]!));
  const taken = () => sink.taken.map((mail) => mail.to).toSorted();
  const stateOf = async () =>
    (await workspace.scope.read('select state from enrollment where lead_id = $1', [staged.leadIds[0]]))[0]?.['state'];
  return { ...workspace, ...staged, run, taken, stateOf, leadId: staged.leadIds[0]! };
}
const [first, second, third] = [1, 2, 3].map((number) => `lead-${number}@recipients.test`);

describe('a paused lead', () => {
  it('gets nothing while all others do, keeps the campaign open, and gets its mail once when it goes on', async () => {
    const { scope, caller, campaignId, run, taken, leadId, stateOf } = await launched();
    await scope.write((write) => pauseEnrollments(write, leadId));
    await run();
    expect(taken()).toEqual([second, third]);
    await finishCampaigns(platform.app);
    expect((await caller.campaigns.get({ id: campaignId })).state).toBe('running');
    const { items } = await caller.enrollments.list({ campaignId, state: 'paused' });
    expect(items).toMatchObject([{ lead: { email: first }, whyNotNow: expect.stringContaining('inbox') }]);
    await scope.write((write) => resumeEnrollments(write, leadId));
    await run();
    await run();
    expect(taken()).toEqual([first, second, third]);
    expect(await stateOf()).toBe('completed');
  });

  it('whose mail waits for another try gets it when it goes on, not before', async () => {
    const { scope, run, taken, leadId, stateOf } = await launched();
    sink.refuse = (to) => (to === first ? { code: 451, text: '4.2.0 later' } : null);
    await run();
    sink.refuse = () => null;
    await scope.write(({ sql }) => sql(`update delivery set due_at = now() where state = 'planned'`));
    await scope.write((write) => pauseEnrollments(write, leadId));
    await run();
    expect(taken()).toEqual([second, third]);
    expect(await stateOf()).toBe('paused');
    await scope.write((write) => resumeEnrollments(write, leadId));
    await run();
    expect(taken()).toEqual([first, second, third]);
  });

  it('is paused in a campaign that takes it in while its question is open', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 3 });
    await workspace.scope.write(({ sql }) =>
      sql(
        `insert into conversation (workspace_id, id, mailbox_id, lead_id, counterpart_address, subject, last_class, question, last_message_at)
         values ($1, gen_random_uuid(), $2, $3, 'x@recipients.test', 'Hi', 'human', 'wants_out', now())`,
        [workspace.workspaceId, staged.mailboxIds[0], staged.leadIds[0]],
      ),
    );
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    const { items } = await workspace.caller.enrollments.list({ campaignId: staged.campaignId, state: 'paused' });
    expect(items.map(({ lead }) => lead.email)).toEqual([first]);
  });

  it('ends with its campaign', async () => {
    const { scope, caller, campaignId, leadId, stateOf } = await launched();
    await scope.write((write) => pauseEnrollments(write, leadId));
    await caller.campaigns.complete({ id: campaignId });
    expect(await stateOf()).toBe('stopped');
    await scope.write((write) => resumeEnrollments(write, leadId));
    expect(await stateOf()).toBe('stopped');
  });
});

describe('an absence', () => {
  it('moves the next mail to its end, never to an earlier day, and not beyond a year', async () => {
    const { scope, run, taken, leadId } = await launched();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const next = async () => {
      const [row] = await scope.read<{ day: string }>(
        `select to_char(next_step_at at time zone 'UTC', 'YYYY-MM-DD') as day from enrollment where lead_id = $1`,
        [leadId],
      );
      return row!.day;
    };
    const before = await next();
    for (const until of [day(500), day(-20)]) await scope.write((write) => holdEnrollments(write, leadId, until));
    expect(await next()).toBe(before);
    for (const until of [day(9), day(3)]) await scope.write((write) => holdEnrollments(write, leadId, until));
    expect(await next()).toBe(day(9));
    await run();
    expect(taken()).toEqual([second, third]);
  });
});
