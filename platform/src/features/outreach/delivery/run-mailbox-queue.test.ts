import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { parseMail } from '@tabard/email';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign, type StagedCampaign } from '../../../../test/faults/stage-campaign.ts';
import { finishCampaigns } from '../campaign/index.ts';
import { closePools } from './mailbox-queue-pools.ts';
import { mailboxQueueOf, runMailboxQueue } from './run-mailbox-queue.ts';

let platform: TestPlatform;
let sink: MailSink;
beforeAll(async () => {
  platform = await startTestPlatform({ env: { LINKS_URL: 'https://links.example.test', SEND_BATCH: '20' } });
  sink = await startMailSink();
});
afterEach(() => {
  sink.taken = [];
  sink.delayMs = 0;
  sink.hangUp = false;
  sink.refuse = () => null;
});
afterAll(async () => {
  await closePools(platform.app);
  await platform.stop();
  await sink.stop();
});

const runAll = async (workspace: TestWorkspace, { mailboxIds }: StagedCampaign) => {
  for (const mailboxId of mailboxIds) await runMailboxQueue(mailboxQueueOf(workspace.scope, mailboxId));
};
const states = async (workspace: TestWorkspace) =>
  Object.fromEntries(
    (
      await workspace.scope.read<{ state: string; count: number }>(
        'select state, count(*)::int as count from delivery where workspace_id = $1 group by state',
        [workspace.workspaceId],
      )
    ).map((row) => [row.state, row.count]),
  );

describe('a launched campaign', () => {
  it('reaches every lead once, personally, and completes', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 50, mailboxes: 2 });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    expect(new Set(sink.taken.map((mail) => mail.to)).size).toBe(50);
    expect(sink.taken.length).toBe(50);
    expect(await states(workspace)).toEqual({ accepted: 50 });
    const mail = await parseMail(
      Buffer.from(sink.taken.find((one) => one.to === 'lead-7@recipients.test')!.raw, 'latin1'),
    );
    expect(mail.subject).toBe('Hello Name 7');
    expect(mail.text).toContain('For Company 7');
    expect(mail.text).toContain('1 Test Street, Testville');
    await finishCampaigns(platform.app);
    const campaign = await workspace.caller.campaigns.get({ id: staged.campaignId });
    expect(campaign).toMatchObject({ state: 'completed', counts: { leads: 50, sent: 50, pending: 0, failed: 0 } });
  });

  it('carries one-click unsubscribing, tracked links and a pixel under the links address', async () => {
    const workspace = await platform.createWorkspace();
    const steps = [{ subject: 'S', body: '<p><a href="https://example.com/a?b=1">Look</a></p>' }];
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 1, steps });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    const { raw } = sink.taken[0]!;
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/links\.example\.test\/u\//m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const html = raw.replaceAll('=\r\n', '');
    expect(html).toMatch(/https:\/\/links\.example\.test\/c\//);
    expect(html).toMatch(/https:\/\/links\.example\.test\/o\/[^"]+\.gif/);
    expect(raw.toLowerCase()).not.toContain('tabard');
  });

  it('threads a follow-up without a subject under the first mail, after its delay', async () => {
    const workspace = await platform.createWorkspace();
    const steps = [
      { subject: 'First', body: '<p>One</p>' },
      { subject: '', body: '<p>Two</p>', delay: { amount: 1, unit: 'hours' as const } },
    ];
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 3, steps });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    await runAll(workspace, staged);
    expect(sink.taken.length).toBe(3);
    await workspace.scope.write((scope) =>
      scope.sql(`update enrollment set next_step_at = now() where workspace_id = $1`, [scope.workspaceId]),
    );
    await runAll(workspace, staged);
    expect(sink.taken.length).toBe(6);
    const first = await parseMail(Buffer.from(sink.taken[0]!.raw, 'latin1'));
    const second = await parseMail(
      Buffer.from(sink.taken.slice(3).find((mail) => mail.to === sink.taken[0]!.to)!.raw, 'latin1'),
    );
    expect(second.subject).toBe('Re: First');
    expect(second.inReplyTo).toBe(first.messageId);
  });
});

describe('a refusal', () => {
  it('for good bounces the lead, suppresses the address and gives the place in the cap back', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 2 });
    sink.refuse = (to) => (to.startsWith('lead-1@') ? { code: 550, text: '5.1.1 no such user' } : null);
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    expect(await states(workspace)).toEqual({ accepted: 1, rejected: 1 });
    const [lead] = await workspace.scope.read('select status from lead where email = $1', ['lead-1@recipients.test']);
    expect(lead).toEqual({ status: 'bounced' });
    expect((await workspace.caller.suppressions.list({})).items).toMatchObject([
      { email: 'lead-1@recipients.test', reason: 'bounce' },
    ]);
    const [day] = await workspace.scope.read('select reserved from mailbox_day');
    expect(day).toEqual({ reserved: 1 });
  });

  it('for now waits and keeps the same bytes', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 1 });
    sink.refuse = () => ({ code: 451, text: '4.7.1 greylisted, come back' });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    const [waiting] = await workspace.scope.read<{ raw_hash: string }>(
      `select state, attempts, raw_hash, due_at > now() + interval '4 minutes' as later from delivery`,
    );
    expect(waiting).toMatchObject({ state: 'planned', attempts: 1, later: true });
    sink.refuse = () => null;
    await workspace.scope.write((scope) => scope.sql(`update delivery set due_at = now() where state = 'planned'`));
    await runAll(workspace, staged);
    expect(sink.taken[0]!.hash).toBe(waiting!.raw_hash);
  });

  it('of the sign-in stops the mailbox and costs the mail nothing', async () => {
    const workspace = await platform.createWorkspace();
    const strict = await startMailSink({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
    });
    const staged = await stageCampaign(workspace, { port: strict.port, leads: 30 });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    const [mailbox] = (await workspace.caller.mailboxes.list({})).items;
    expect(mailbox).toMatchObject({ state: 'disconnected', sentToday: 0 });
    const mails = await workspace.scope.read('select distinct state, attempts from delivery');
    expect(mails).toEqual([{ state: 'planned', attempts: 0 }]);
    await strict.stop();
  });
});

describe('right before the mail leaves', () => {
  it('a pause, an unsubscribe and a suppression that came after the claim still hold', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 60 });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    sink.delayMs = 100;
    const running = runAll(workspace, staged);
    await expect.poll(() => sink.taken.length).toBeGreaterThan(0);
    await workspace.caller.campaigns.pause({ id: staged.campaignId });
    const paused = Date.now();
    await running;
    // What was in flight may land; nothing starts later.
    expect(Math.max(...sink.taken.map((mail) => mail.at)) - paused).toBeLessThan(1000);
    expect(sink.taken.length).toBeLessThan(60);
    sink.delayMs = 0;
    await workspace.caller.suppressions.create({ email: 'LEAD-60+x@recipients.test' });
    await workspace.caller.campaigns.resume({ id: staged.campaignId });
    await runAll(workspace, staged);
    expect(sink.taken.length).toBe(59);
    expect(sink.taken.map((mail) => mail.to)).not.toContain('lead-60@recipients.test');
  });

  it('the cap of the day is never exceeded, and the rest waits', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 60, dailyCap: 25 });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    await runAll(workspace, staged);
    await runAll(workspace, staged);
    expect(sink.taken.length).toBe(25);
    const { reasons } = await workspace.caller.campaigns.whyNotNow({ id: staged.campaignId });
    expect(reasons[0]).toMatchObject({ reason: 'mailbox_cap', count: 35 });
  });
});

describe('a mail that was taken', () => {
  it('is written down although every connection to the database broke meanwhile, and goes to nobody twice', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 40 });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    sink.delayMs = 60;
    const running = runAll(workspace, staged).catch(() => undefined);
    let broken = 0;
    const admin = new pg.Client({ connectionString: platform.config.database.url });
    await admin.connect();
    for (let turn = 0; turn < 3; turn++) {
      const before = sink.taken.length;
      await expect.poll(() => sink.taken.length).toBeGreaterThan(before);
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and usename <> current_user`,
      );
      broken += rowCount ?? 0;
    }
    await admin.end();
    expect(broken).toBeGreaterThan(0);
    await running;
    sink.delayMs = 0;
    await runAll(workspace, staged);
    expect(await states(workspace)).toEqual({ accepted: 40 });
    expect(sink.taken.length).toBe(40);
  });
});

describe('a person decides about a mail whose outcome is unknown', () => {
  const stageUnknown = async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 1 });
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    sink.hangUp = true;
    await runAll(workspace, staged);
    sink.hangUp = false;
    const [mail] = (await workspace.caller.deliveries.list({})).items;
    expect(mail).toMatchObject({ state: 'unknown' });
    return { workspace, staged, id: mail!.id };
  };
  const campaignOf = ({ workspace, staged }: { workspace: TestWorkspace; staged: StagedCampaign }) =>
    workspace.caller.campaigns.get({ id: staged.campaignId });

  it('that it arrived: it counts as sent and its lead goes on', async () => {
    const { workspace, staged, id } = await stageUnknown();
    expect(await workspace.caller.deliveries.decide({ id, decision: 'accepted' })).toMatchObject({ state: 'accepted' });
    expect(await campaignOf({ workspace, staged })).toMatchObject({ counts: { sent: 1, pending: 0 } });
  });

  it('to send it again: the same bytes leave once more', async () => {
    const { workspace, staged, id } = await stageUnknown();
    const first = sink.taken.length;
    expect(await workspace.caller.deliveries.decide({ id, decision: 'send_again' })).toMatchObject({
      state: 'planned',
    });
    await runAll(workspace, staged);
    expect(sink.taken.length).toBe(first + 1);
    expect(new Set(sink.taken.map((mail) => mail.hash)).size).toBe(1);
    expect(await campaignOf({ workspace, staged })).toMatchObject({ counts: { sent: 1, pending: 0 } });
  });

  it('to give it up: nothing leaves and its lead is done; a second word is refused', async () => {
    const { workspace, staged, id } = await stageUnknown();
    const first = sink.taken.length;
    expect(await workspace.caller.deliveries.decide({ id, decision: 'cancelled' })).toMatchObject({
      state: 'cancelled',
    });
    await runAll(workspace, staged);
    expect(sink.taken.length).toBe(first);
    expect(await campaignOf({ workspace, staged })).toMatchObject({ counts: { sent: 0, pending: 0 } });
    await expect(workspace.caller.deliveries.decide({ id, decision: 'accepted' })).rejects.toMatchObject({
      cause: { code: 'delivery.wrong_state' },
    });
  });
});
