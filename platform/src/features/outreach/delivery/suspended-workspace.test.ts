import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeShutting } from '#features/identity/organization';
import { spreadSettings } from '#features/identity/workspace';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
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
  const queue = mailboxQueueOf(workspace.scope, staged.mailboxIds[0]!);
  const act = (act: 'suspend' | 'resume', table: 'organization' | 'workspace' = 'workspace') =>
    platform.app.database.control(async (_em, sql) => {
      const id = table === 'workspace' ? workspace.workspaceId : workspace.organizationId;
      await writeShutting(sql, { table, id }, act, null);
      await spreadSettings(sql, workspace.organizationId);
    });
  return { ...workspace, ...staged, queue, run: () => runMailboxQueue(queue), act };
}
const all = ['lead-1@recipients.test', 'lead-2@recipients.test', 'lead-3@recipients.test'];
const taken = () => sink.taken.map((mail) => mail.to).toSorted();

describe('a workspace that is suspended', () => {
  it.each(['workspace', 'organization'] as const)(
    'by its %s sends nothing, keeps its campaign as it was, and sends everything once when it is resumed',
    async (table) => {
      const { run, act, caller, campaignId } = await launched();
      await act('suspend', table);
      await run();
      await finishCampaigns(platform.app);
      expect(taken()).toEqual([]);
      expect((await caller.campaigns.get({ id: campaignId })).state).toBe('running');
      expect((await caller.campaigns.whyNotNow({ id: campaignId })).reasons).toMatchObject([
        { reason: 'workspace_shut', count: 3 },
      ]);
      await act('resume', table);
      await run();
      await run();
      expect(taken()).toEqual(all);
    },
  );

  it('stops mails that were claimed already at the gate, and they wait again', async () => {
    const { queue, act, scope, run } = await launched();
    const { mails } = await prepareBatch(queue, 3);
    expect(mails).toHaveLength(3);
    await act('suspend');
    const [passed] = await platform.app.database.pipeline(queue.workspaceId, [gateStatement(queue.workspaceId, mails)]);
    expect(passed).toEqual([]);
    await act('resume');
    await scope.write(({ sql }) => sql(`update claim set lease_until = now() - interval '1 second'`));
    await recoverDeliveries(scope);
    await run();
    expect(taken()).toEqual(all);
  });
});
