import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { enrollRest } from '../../../../test/faults/enroll-rest.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('a launch', () => {
  it('answers with its first leads and enrolls 50,000 part by part, spread evenly, without those who must not be contacted', async () => {
    const workspace = await platform.createWorkspace();
    const staged = await stageCampaign(workspace, { port: 1, leads: 50_000, mailboxes: 4 });
    await workspace.scope.write((scope) =>
      scope.sql(`update lead set status = 'unsubscribed' where workspace_id = $1 and id = any($2::uuid[])`, [
        scope.workspaceId,
        staged.leadIds.slice(0, 100),
      ]),
    );
    await workspace.caller.suppressions.create({ email: 'lead-200@recipients.test' });
    const act = { id: staged.campaignId };
    expect(await workspace.caller.campaigns.launch(act)).toMatchObject({
      state: 'running',
      counts: { leads: 5000, pending: 5000 },
      enrolling: 44_899,
    });
    expect((await workspace.caller.campaigns.whyNotNow(act)).reasons).toContainEqual(
      expect.objectContaining({ reason: 'enrolling', count: 44_899 }),
    );
    expect(await enrollRest(platform, workspace, staged.campaignId)).toMatchObject({
      counts: { leads: 49_899, pending: 49_899 },
    });
    const shares = await workspace.scope.read<{ count: number }>(
      'select count(*)::int as count from enrollment group by mailbox_id',
    );
    for (const { count } of shares) expect(Math.abs(count - 12_475)).toBeLessThan(600);
  });
});
