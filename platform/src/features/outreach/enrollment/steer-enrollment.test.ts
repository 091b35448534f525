import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { pauseEnrollments, resumeEnrollments } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(async () => {
  await platform.stop();
});

async function launched() {
  const workspace = await platform.createWorkspace();
  const { campaignId } = await stageCampaign(workspace, { port: 1, leads: 3 });
  const { caller, scope } = workspace;
  await caller.campaigns.launch({ id: campaignId });
  const [first] = (await caller.enrollments.list({ campaignId })).items;
  const { id, lead } = first!;
  const now = async () => (await caller.enrollments.list({ campaignId })).items.find((one) => one.id === id);
  const leadId = fromPublicId('lead', lead.id)!;
  const ask = () => scope.write((write) => pauseEnrollments(write, leadId));
  const decide = () => scope.write((write) => resumeEnrollments(write, leadId));
  return { caller, campaignId, id, now, ask, decide };
}

describe('one lead in a campaign', () => {
  it('is paused and resumed by hand, twice is not wrong, and the others go on', async () => {
    const { caller, campaignId, id, now } = await launched();
    for (const _ of [1, 2]) expect(await caller.enrollments.pause({ id })).toEqual({ id, state: 'paused' });
    expect(await now()).toMatchObject({ state: 'paused', reason: 'paused_by_person' });
    expect((await caller.enrollments.list({ campaignId, state: 'active' })).items).toHaveLength(2);
    for (const _ of [1, 2]) expect(await caller.enrollments.resume({ id })).toEqual({ id, state: 'active' });
    expect(await now()).toMatchObject({ state: 'active' });
  });

  it('that is paused is told apart from those that are about to get a mail', async () => {
    const { caller, campaignId, id, ask } = await launched();
    const counts = async () =>
      Object.fromEntries(
        (await caller.campaigns.whyNotNow({ id: campaignId })).reasons.map(({ reason, count }) => [reason, count]),
      );
    await caller.enrollments.pause({ id });
    expect(await counts()).toEqual({ due_now: 2, paused_by_person: 1 });
    await ask();
    expect(await counts()).toEqual({ due_now: 2, open_question: 1 });
  });

  it('that is paused by hand stays so when a question about its mail is decided, and the question outlasts the hand', async () => {
    const { caller, id, now, ask, decide } = await launched();
    await caller.enrollments.pause({ id });
    await ask();
    expect(await now()).toMatchObject({ state: 'paused', reason: 'open_question' });
    await expect(caller.enrollments.resume({ id })).rejects.toThrow(/question/);
    await decide();
    expect(await now()).toMatchObject({ state: 'paused', reason: 'paused_by_person' });
    await caller.enrollments.resume({ id });
    await ask();
    await caller.enrollments.pause({ id });
    await decide();
    expect(await now()).toMatchObject({ state: 'paused', reason: 'paused_by_person' });
  });

  it('that is stopped stays so, and is counted where it stands', async () => {
    const { caller, campaignId, id, now } = await launched();
    await caller.enrollments.stop({ id });
    expect(await now()).toMatchObject({ state: 'stopped', nextStepAt: null, reason: null });
    await expect(caller.enrollments.resume({ id })).rejects.toThrow(/not in a state/);
    const [mailboxId] = (await caller.campaigns.get({ id: campaignId })).mailboxIds;
    expect(await caller.enrollments.count({ campaignId })).toEqual({
      groups: [
        { state: 'active', stepsSent: 0, count: 2 },
        { state: 'stopped', stepsSent: 0, count: 1 },
      ],
      waiting: [{ mailboxId, count: 2 }],
    });
    expect((await caller.enrollments.list({ campaignId, stepsSent: 1 })).items).toEqual([]);
    expect((await caller.enrollments.list({ campaignId, stepsSent: 0 })).items).toHaveLength(3);
  });
});
