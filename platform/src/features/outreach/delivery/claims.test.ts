import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { finishCampaigns } from '../campaign/index.ts';
import { gateStatement } from './gate-deliveries.ts';
import { closePools } from './mailbox-queue-pools.ts';
import { prepareBatch } from './prepare-batch.ts';
import { recoverDeliveries } from './recover-deliveries.ts';
import { mailboxQueueOf, runMailboxQueue } from './run-mailbox-queue.ts';

let platform: TestPlatform;
let sink: MailSink;
beforeAll(async () => {
  platform = await startTestPlatform();
  sink = await startMailSink();
});
afterEach(() => {
  sink.taken = [];
  sink.refuse = () => null;
});
afterAll(async () => {
  await closePools(platform.app);
  await platform.stop();
  await sink.stop();
});

/** A launched campaign, with the mailbox queue of its only mailbox. */
async function launch(leads: number) {
  const workspace = await platform.createWorkspace();
  const { campaignId, mailboxIds } = await stageCampaign(workspace, { port: sink.port, leads });
  await workspace.caller.campaigns.launch({ id: campaignId });
  return { ...workspace, campaignId, mailboxQueue: mailboxQueueOf(workspace.scope, mailboxIds[0]!) }; // a staged campaign has a mailbox
}

const claims = ({ scope }: Pick<TestWorkspace, 'scope'>) => scope.read('select id from claim');
const states = ({ scope }: Pick<TestWorkspace, 'scope'>) =>
  scope.read('select state, count(*)::int as mails from delivery group by state order by state');
const openGate = ({ scope, workspaceId }: TestWorkspace, mails: Parameters<typeof gateStatement>[1]) => {
  const { text, values } = gateStatement(workspaceId, mails);
  return scope.write(({ sql }) => sql(text, [...values]));
};
const endLeases = ({ scope }: TestWorkspace) =>
  scope.write(({ sql }) => sql(`update claim set lease_until = now() - interval '1 second'`));

describe('a claim', () => {
  it('is gone when its last outcome is written, whatever the outcomes were', async () => {
    const refusals: Record<string, { code: number; text: string }> = {
      'lead-1@recipients.test': { code: 550, text: '5.1.1 no such user' },
      'lead-2@recipients.test': { code: 451, text: '4.7.1 come back' },
    };
    sink.refuse = (to) => refusals[to] ?? null;
    const workspace = await launch(12);
    await runMailboxQueue(workspace.mailboxQueue);
    expect(await states(workspace)).toEqual([
      { state: 'accepted', mails: 10 },
      { state: 'planned', mails: 1 },
      { state: 'rejected', mails: 1 },
    ]);
    expect(await claims(workspace)).toEqual([]);
  });

  it('whose worker does not come back leaves unknown what passed the gate; the rest waits again, and both are under way', async () => {
    const workspace = await launch(6);
    const { caller, campaignId, scope, mailboxQueue } = workspace;
    const underWay = async () => {
      const [step] = (await caller.analytics.steps({ campaignId })).steps;
      const { counts } = await caller.campaigns.get({ id: campaignId });
      return { campaign: counts.pending, step: step!.counts.pending, unknown: step!.counts.unknown };
    };
    const { mails } = await prepareBatch(mailboxQueue, 20);
    await openGate(workspace, mails.slice(0, 2));
    expect(await underWay()).toEqual({ campaign: 6, step: 6, unknown: 0 });
    await recoverDeliveries(scope);
    expect(await states(workspace), 'before the lease ends').toEqual([{ state: 'submitting', mails: 6 }]);

    await endLeases(workspace);
    await recoverDeliveries(scope);
    expect(await claims(workspace)).toEqual([]);
    expect(await states(workspace)).toEqual([
      { state: 'planned', mails: 4 },
      { state: 'unknown', mails: 2 },
    ]);
    expect(await underWay()).toEqual({ campaign: 6, step: 4, unknown: 2 });

    await runMailboxQueue(mailboxQueue);
    expect(sink.taken.length).toBe(4);
    await finishCampaigns(platform.app);
    expect(await caller.campaigns.get({ id: campaignId })).toMatchObject({ state: 'running', counts: { pending: 2 } });
  });

  it('whose lease ended lets no mail through the gate', async () => {
    const workspace = await launch(3);
    const { mails } = await prepareBatch(workspace.mailboxQueue, 20);
    await endLeases(workspace);
    expect(await openGate(workspace, mails)).toEqual([]);
  });
});
