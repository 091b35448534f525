import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { closePools } from './mailbox-queue-pools.ts';
import { mailboxQueueOf, runMailboxQueue } from './run-mailbox-queue.ts';

let platform: TestPlatform;
let sink: MailSink;
beforeAll(async () => {
  // One connection: what comes after a refusal comes after it for certain.
  platform = await startTestPlatform({ env: { SEND_CONNECTIONS: '1' } });
  sink = await startMailSink();
});
afterEach(() => {
  sink.taken = [];
  sink.refuse = () => null;
  sink.refuseMessage = () => null;
});
afterAll(async () => {
  await closePools(platform.app);
  await platform.stop();
  await sink.stop();
});

/** A launched campaign over one mailbox, with what a test asks about it. */
async function launch(leads: number) {
  const workspace = await platform.createWorkspace();
  const { campaignId, mailboxIds } = await stageCampaign(workspace, { port: sink.port, leads });
  await workspace.caller.campaigns.launch({ id: campaignId });
  const run = () => runMailboxQueue(mailboxQueueOf(workspace.scope, mailboxIds[0]!)); // a staged campaign has a mailbox
  return { ...workspace, campaignId, run };
}
const states = async ({ scope }: Pick<TestWorkspace, 'scope'>) => {
  const rows = await scope.read<{ state: string; mails: number }>(
    'select state, count(*)::int as mails from delivery group by state',
  );
  return Object.fromEntries(rows.map(({ state, mails }) => [state, mails]));
};
const mailbox = async ({ caller }: Pick<TestWorkspace, 'caller'>) => (await caller.mailboxes.list({})).items[0]!;
/** What leads have lost: their way, their status, their address. */
const losses = ({ scope }: Pick<TestWorkspace, 'scope'>) =>
  scope.read(
    `select id from enrollment where state not in ('active', 'completed') union all select id from suppression
      union all select id from lead where status in ('bounced', 'unsubscribed')`,
  );
/** Lets the time pass that mailbox and mails were to wait. */
const wait = ({ scope }: Pick<TestWorkspace, 'scope'>) =>
  scope.write(async ({ sql }) => {
    await sql('update mailbox set next_send_at = now()');
    await sql('update delivery set due_at = now() where due_at is not null');
  });
/** Refuses the mail to the recipient who comes first, again and again, and no other. */
function firstOnly<T>(refusal: T): (address: string) => T | null {
  let first: string | null = null;
  return (address) => ((first ??= address) === address ? refusal : null);
}
const to = (lead: number) => `lead-${lead}@recipients.test`;

describe("a sender's limit", () => {
  it.each([
    [550, '5.4.5 Daily user sending limit exceeded'],
    [550, '5.1.90 You have reached your daily limit for message recipients'],
    [554, '5.2.252 SendAsDenied; not allowed to send as this user'],
    [550, 'User has exceeded the hourly mail limit'],
  ])(
    'told after the message as %d %s rests the mailbox; its mails wait and nobody loses anything',
    async (code, text) => {
      const campaign = await launch(6);
      sink.refuseMessage = () => (sink.taken.length < 2 ? null : { code, text });
      await campaign.run();
      const { accepted, planned, ...others } = await states(campaign);
      expect(accepted).toBeGreaterThanOrEqual(2);
      expect(accepted! + planned!).toBe(6);
      expect(others).toEqual({});
      expect(await mailbox(campaign)).toMatchObject({ state: 'failing', problem: expect.stringContaining(text) });
      expect(await losses(campaign)).toEqual([]);
      const { reasons } = await campaign.caller.campaigns.whyNotNow({ id: campaign.campaignId });
      expect(reasons.map(({ reason }) => reason)).toContain('mailbox_problem');
      // It rests: another wake-up sends nothing.
      const taken = sink.taken.length;
      sink.refuseMessage = () => null;
      await campaign.run();
      expect(sink.taken).toHaveLength(taken);
      await wait(campaign);
      await campaign.run();
      expect(await states(campaign)).toEqual({ accepted: 6 });
      expect(await mailbox(campaign)).toMatchObject({ state: 'active', problem: null });
    },
  );

  it('that lasts costs no mail a try, however often it is met', async () => {
    const campaign = await launch(4);
    sink.refuseMessage = () => ({ code: 550, text: '5.4.5 Daily user sending limit exceeded' });
    for (let turn = 0; turn < 10; turn++) {
      await campaign.run();
      await wait(campaign);
    }
    expect(await states(campaign)).toEqual({ planned: 4 });
    expect(await campaign.scope.read('select distinct attempts from delivery')).toEqual([{ attempts: 0 }]);
    expect(await losses(campaign)).toEqual([]);
  });

  it('that is only ever told of one mail keeps no other back', async () => {
    const campaign = await launch(5);
    sink.refuseMessage = firstOnly({ code: 550, text: 'Hourly mail limit exceeded' });
    for (let turn = 0; turn < 3; turn++) {
      await campaign.run();
      await wait(campaign);
    }
    expect(await states(campaign)).toEqual({ accepted: 4, planned: 1 });
    expect(await mailbox(campaign)).toMatchObject({ state: 'active' });
  });
});

describe('one recipient who is refused', () => {
  it('ends that mail alone: the mailbox stays active and the address is not suppressed', async () => {
    const campaign = await launch(5);
    sink.refuse = (address) =>
      address === to(2) ? { code: 554, text: `5.7.1 <${to(2)}>: Recipient address rejected: Access denied` } : null;
    await campaign.run();
    expect(await states(campaign)).toEqual({ accepted: 4, rejected: 1 });
    expect(await mailbox(campaign)).toMatchObject({ state: 'active', problem: null });
    expect((await campaign.caller.suppressions.list({})).items).toEqual([]);
    const [row] = await campaign.scope.read('select status from lead where email = $1', [to(2)]);
    expect(row).toEqual({ status: 'active' });
  });
});

describe('a mail that the provider takes for abuse', () => {
  it('stops the mailbox once; when somebody lets it go on, that mail ends and the others leave', async () => {
    const campaign = await launch(5);
    sink.refuseMessage = (address) =>
      address === to(1) ? { code: 554, text: '5.7.1 Message rejected as spam by content filter' } : null;
    await campaign.run();
    const stopped = await mailbox(campaign);
    expect(stopped).toMatchObject({ state: 'disconnected' });
    expect(await losses(campaign)).toEqual([]);
    await campaign.caller.mailboxes.update({ id: stopped.id, paused: false });
    await wait(campaign);
    await campaign.run();
    expect(await states(campaign)).toEqual({ accepted: 4, rejected: 1 });
    expect(await mailbox(campaign)).toMatchObject({ state: 'active' });
    expect((await campaign.caller.suppressions.list({})).items).toEqual([]);
  });
});

describe('a refusal without a reason', () => {
  const bare = { code: 550, text: 'Requested action not taken' };

  it('after every message suppresses nobody and fails nobody', async () => {
    const campaign = await launch(4);
    sink.refuseMessage = () => bare;
    await campaign.run();
    await wait(campaign);
    await campaign.run();
    expect(await states(campaign)).toEqual({ planned: 4 });
    expect(await losses(campaign)).toEqual([]);
    expect(await mailbox(campaign)).toMatchObject({ state: 'failing' });
  });

  it('after one message ends that mail once the others have left, and does not suppress its address', async () => {
    const campaign = await launch(4);
    sink.refuseMessage = firstOnly(bare);
    for (let turn = 0; turn < 3; turn++) {
      await campaign.run();
      await wait(campaign);
    }
    expect(await states(campaign)).toEqual({ accepted: 3, rejected: 1 });
    expect((await campaign.caller.suppressions.list({})).items).toEqual([]);
    expect(await mailbox(campaign)).toMatchObject({ state: 'active' });
  });
});
