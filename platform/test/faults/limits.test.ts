import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stopOutreach } from '#features/outreach/campaign';
import { startTestPlatform, type TestPlatform } from '../fixture/index.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { stageCampaign } from './stage-campaign.ts';
import { startWorker, stopWorkers } from './worker-process.ts';

let platform: TestPlatform;
let sink: MailSink;
const work = (count: number, env: Record<string, string> = {}) => {
  for (let index = 0; index < count; index++) startWorker(platform.config, { SEND_LEASE: '30', ...env });
};
const quietFor = async (ms: number) => {
  let before = -1;
  while (before !== sink.taken.length) {
    before = sink.taken.length;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
};

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(async () => {
  await stopWorkers();
  await sink.stop();
});

describe('with four workers', () => {
  it('a mailbox never sends one mail more than its cap, a workspace neither', async () => {
    sink = await startMailSink();
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 200, mailboxes: 3, dailyCap: 40 });
    await platform.app.database.control((_em, sql) =>
      sql('update workspace set daily_cap = 100 where id = $1', [workspace.workspaceId]),
    );
    sink.refuse = (to) => (to.startsWith('lead-1') && Math.random() < 0.3 ? { code: 451, text: '4.2.0 later' } : null);
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    work(4);
    await expect.poll(() => sink.taken.length, { timeout: 120_000 }).toBeGreaterThanOrEqual(100);
    await quietFor(1000);
    expect(sink.taken.length).toBe(100);
    for (const mails of Map.groupBy(sink.taken, (mail) => mail.from).values())
      expect(mails.length).toBeLessThanOrEqual(40);
  }, 300_000);

  it('a mailbox keeps its gap between two mails', async () => {
    sink = await startMailSink();
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 10, minGap: 1 });
    sink.delayMs = 300;
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    work(4);
    await expect.poll(() => sink.taken.length, { timeout: 120_000 }).toBeGreaterThanOrEqual(4);
    const times = sink.taken.map((mail) => mail.at);
    for (let index = 1; index < times.length; index++)
      // A few milliseconds of the way through the network either side.
      expect(times[index]! - times[index - 1]!).toBeGreaterThan(950);
  }, 300_000);

  it('a pause holds after two seconds, and nothing is sent twice when it is resumed', async () => {
    sink = await startMailSink();
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 300 });
    sink.delayMs = 50;
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    work(4);
    await expect.poll(() => sink.taken.length, { timeout: 120_000 }).toBeGreaterThan(20);
    await workspace.caller.campaigns.pause({ id: staged.campaignId });
    const paused = Date.now();
    await quietFor(2500);
    expect(Math.max(...sink.taken.map((mail) => mail.at)) - paused).toBeLessThan(2000);
    expect(sink.taken.length).toBeLessThan(300);
    sink.delayMs = 0;
    await workspace.caller.campaigns.resume({ id: staged.campaignId });
    await expect.poll(() => sink.taken.length, { timeout: 120_000 }).toBe(300);
    expect(new Set(sink.taken.map((mail) => mail.to)).size).toBe(300);
  }, 300_000);

  it('nothing leaves later than a second after an unsubscribe, a reply or a suppression', async () => {
    sink = await startMailSink();
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: sink.port, leads: 200 });
    sink.delayMs = 40;
    await workspace.caller.campaigns.launch({ id: staged.campaignId });
    work(4);
    await expect.poll(() => sink.taken.length, { timeout: 120_000 }).toBeGreaterThan(10);
    const stopped = new Map<string, number>();
    for (const [index, leadId] of staged.leadIds.entries()) {
      if (index % 4 !== 3) continue;
      const address = `lead-${index + 1}@recipients.test`;
      if (index % 3 === 0) await workspace.caller.suppressions.create({ email: address });
      else
        await workspace.scope.write((scope) =>
          stopOutreach(scope, { leadId, reason: index % 3 === 1 ? 'unsubscribed' : 'replied' }),
        );
      stopped.set(address, Date.now());
    }
    sink.delayMs = 0;
    await quietFor(2000);
    for (const mail of sink.taken) {
      const at = stopped.get(mail.to);
      if (at) expect(mail.at - at).toBeLessThan(1000);
    }
    expect(stopped.size).toBe(50);
    expect(sink.taken.length).toBeGreaterThanOrEqual(150);
    expect(new Set(sink.taken.map((mail) => mail.to)).size).toBe(sink.taken.length);
  }, 300_000);
});
