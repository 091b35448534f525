import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { enrollRest } from '../../../../test/faults/enroll-rest.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let sink: MailSink;
beforeAll(async () => {
  platform = await startTestPlatform();
  sink = await startMailSink();
  workspace = await platform.createWorkspace();
});
afterAll(async () => {
  await platform.stop();
  await sink.stop();
});

describe('a campaign that has started', () => {
  it('never enrolls who is on an excluding list, says so, takes in further leads, and lets them go', async () => {
    const { caller } = workspace;
    const { campaignId, leadIds } = await stageCampaign(workspace, { port: sink.port, leads: 4 });
    const { items } = await caller.leads.list({});
    const [kept, other] = [items[0]!.id, items[1]!.id]; // four were staged
    const list = await caller.lists.create({ name: 'Customers', kind: 'exclude' });
    await caller.lists.addLeads({ id: list.id, leadIds: [kept] });
    await caller.campaigns.launch({ id: campaignId });
    await caller.campaigns.pause({ id: campaignId });
    expect((await enrollRest(platform, workspace, campaignId)).counts.leads).toBe(leadIds.length - 1);
    const { reasons } = await caller.campaigns.whyNotNow({ id: campaignId });
    expect(reasons.find(({ reason }) => reason === 'excluded')).toMatchObject({ count: 1 });

    const bounced = await caller.leads.create({ email: 'bounced@recipients.test' });
    await workspace.scope.write(({ sql }) =>
      sql(`update lead set status = 'bounced' where email = 'bounced@recipients.test'`),
    );
    const late = await caller.leads.create({ email: 'late@recipients.test' });
    const enroll = { kind: 'enroll', campaignId } as const;
    const joined = await caller.bulkOperations.start({ ids: [kept, other, bounced.id, late.id], action: enroll });
    expect(joined).toMatchObject({ changed: 1, failed: 3, undoableUntil: null });
    expect(Object.fromEntries(joined.failures.map(({ leadId, code }) => [leadId, code]))).toEqual({
      [kept]: 'excluded',
      [other]: 'already_enrolled',
      [bounced.id]: 'not_reachable',
    });
    expect((await enrollRest(platform, workspace, campaignId)).counts.leads).toBe(leadIds.length);
    await caller.lists.archive({ ids: [list.id] });
    expect((await caller.bulkOperations.start({ ids: [kept], action: enroll })).changed).toBe(1);
    await enrollRest(platform, workspace, campaignId);

    const stop = { kind: 'stop', campaignId } as const;
    expect(await caller.bulkOperations.start({ ids: [kept, late.id, bounced.id], action: stop })).toMatchObject({
      changed: 2,
      failed: 0,
    });
    expect((await caller.enrollments.list({ campaignId, state: 'stopped' })).items).toHaveLength(2);
    await caller.campaigns.complete({ id: campaignId });
    await expect(caller.bulkOperations.start({ ids: [late.id], action: enroll })).rejects.toMatchObject({
      cause: { code: 'campaign.wrong_state' },
    });
  });
});
