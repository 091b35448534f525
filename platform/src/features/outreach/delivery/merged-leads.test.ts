import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { keptOfLeads } from '../../../../test/fixture/kept-of-leads.ts';
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

/** Two leads of a launched campaign of three mails, and what its only mailbox sends. */
async function underWay() {
  sink.taken = [];
  const workspace = await platform.createWorkspace();
  const { caller, scope } = workspace;
  const { campaignId, mailboxIds } = await stageCampaign(workspace, {
    port: sink.port,
    leads: 2,
    steps: [
      { subject: 'One', body: '<p>1</p>' },
      { subject: 'Two', body: '<p>2</p>', delay: { amount: 2, unit: 'hours' } },
      { subject: 'Three', body: '<p>3</p>', delay: { amount: 2, unit: 'hours' } },
    ],
  });
  await caller.campaigns.launch({ id: campaignId });
  const run = () => runMailboxQueue(mailboxQueueOf(scope, mailboxIds[0]!));
  const due = (lead?: string) =>
    scope.write(({ sql }) =>
      sql(
        `update enrollment set next_step_at = case when $2::uuid is null or lead_id = $2 then now() else now() + interval '1 day' end
          where workspace_id = $1 and state = 'active' and next_step_at is not null`,
        [scope.workspaceId, lead ? fromPublicId('lead', lead) : null],
      ),
    );
  const { items } = await caller.leads.list({ sort: 'email', direction: 'asc' });
  const [a, b] = items as [(typeof items)[number], (typeof items)[number]];
  const subjects = () =>
    sink.taken
      .map(({ raw }) => /^Subject: (.*?)\r?$/m.exec(raw)?.[1])
      .toSorted((one = '', other = '') => one.localeCompare(other));
  const rest = async () => {
    for (const _ of [1, 2, 3]) {
      await due();
      await run();
    }
  };
  return { ...workspace, campaignId, run, due, rest, a, b, subjects };
}

describe('a merge of two leads that are in the same campaign', () => {
  it('sends no step twice after it, whichever of them is further', async () => {
    for (const ahead of ['a', 'b'] as const) {
      const { caller, a, b, run, due, rest, subjects } = await underWay();
      await run();
      await due({ a, b }[ahead].id);
      await run();
      expect(subjects()).toEqual(['One', 'One', 'Two']);
      await caller.leadMerges.merge({ id: a.id, otherId: b.id });
      await rest();
      expect(subjects(), ahead).toEqual(['One', 'One', 'Three', 'Two']);
      expect(sink.taken.at(-1)?.to).toBe(a.email);
      expect((await caller.enrollments.ofLead({ leadId: a.id })).items).toMatchObject([
        { state: 'completed', stepsSent: 3 },
      ]);
    }
  });

  it('goes on with both when it is taken back', async () => {
    const staged = await underWay();
    const { caller, a, b, run, rest, subjects } = staged;
    await run();
    const before = await keptOfLeads(staged);
    const { id } = await caller.leadMerges.merge({ id: a.id, otherId: b.id });
    await caller.leadMerges.undo({ id });
    expect(await keptOfLeads(staged)).toEqual(before);
    await rest();
    expect(subjects()).toEqual(['One', 'One', 'Three', 'Three', 'Two', 'Two']);
  });

  it('stops where one of them has answered', async () => {
    const { caller, scope, a, b, run, rest, subjects } = await underWay();
    await run();
    await scope.write(({ sql }) =>
      sql(`update enrollment set state = 'replied', next_step_at = null where workspace_id = $1 and lead_id = $2`, [
        scope.workspaceId,
        fromPublicId('lead', b.id),
      ]),
    );
    await caller.leadMerges.merge({ id: a.id, otherId: b.id });
    await rest();
    expect(subjects()).toEqual(['One', 'One']);
  });

  it('lets a campaign of the other one alone go on with the one that stays', async () => {
    const { caller, a, b, run, rest, subjects } = await underWay();
    await run();
    const c = await caller.leads.create({ email: 'third@recipients.test' });
    await caller.leadMerges.merge({ id: c.id, otherId: b.id });
    expect((await caller.enrollments.ofLead({ leadId: c.id })).items).toMatchObject([
      { state: 'active', stepsSent: 1 },
    ]);
    await rest();
    expect(subjects()).toEqual(['One', 'One', 'Three', 'Three', 'Two', 'Two']);
    const to = new Set(sink.taken.slice(2).map((mail) => mail.to));
    expect(to).toEqual(new Set([a.email, c.email]));
  });
});
