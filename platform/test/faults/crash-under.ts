import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../fixture/index.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { stageCampaign } from './stage-campaign.ts';
import { startWorker, stopWorkers } from './worker-process.ts';

/** As the workers are set up in worker-process.ts. */
const window = 4;
const leads = 24;
/** Every named place of the protocol. */
const failpoints = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'] as const;

interface Sent {
  to_address: string;
  raw_hash: string;
  state: string;
  position: number;
}
const deliveries = (workspace: TestWorkspace) =>
  workspace.scope.read<Sent>(
    `select d.to_address, d.raw_hash, d.state, s.position from delivery d join step s on s.workspace_id = d.workspace_id and s.id = d.step_id
      where d.workspace_id = $1`,
    [workspace.workspaceId],
  );
/** Nothing is due, claimed or about to be. */
const isQuiet = async (workspace: TestWorkspace) => {
  const [row] = await workspace.scope.read<{ open: number }>(
    `select (select count(*) from delivery where workspace_id = $1 and state in ('planned', 'submitting'))::int
          + (select count(*) from enrollment where workspace_id = $1 and state = 'active' and next_step_at is not null)::int as open`,
    [workspace.workspaceId],
  );
  return row!.open === 0;
};
/**
 * The tests of what becomes of mail under a policy when a worker is killed at every named place of the protocol and another one takes
 * over. What the receiving server took is the judge.
 */
export function killWorkersUnder(policy: 'at_most_once' | 'at_least_once'): void {
  let platform: TestPlatform;
  let sink: MailSink;
  const work = (env?: Record<string, string>) => startWorker(platform.config, env);

  beforeAll(async () => {
    platform = await startTestPlatform();
  });
  afterAll(() => platform.stop());
  afterEach(async () => {
    await stopWorkers();
    await sink.stop();
  });
  const guarantee = (workspace: TestWorkspace, value: string) =>
    platform.app.database.control((_em, sql) =>
      sql('update workspace set delivery_guarantee = $2 where id = $1', [workspace.workspaceId, value]),
    );

  it.each(failpoints)(
    `under ${policy}, a worker killed at %s loses no mail and breaks no promise`,
    async (point) => {
      sink = await startMailSink();
      const workspace = await platform.createWorkspace();
      await guarantee(workspace, policy);
      const steps = [
        { subject: 'One', body: '<p>1</p>' },
        { subject: '', body: '<p>2</p>' },
      ];
      const staged = await stageCampaign(workspace, { port: sink.port, leads, steps });
      await workspace.caller.campaigns.launch({ id: staged.campaignId });
      expect(await work({ TABARD_FAILPOINT: `${point}:kill` }).ended).toBe('SIGKILL');
      work();
      await expect.poll(() => isQuiet(workspace), { timeout: 120_000, interval: 100 }).toBe(true);
      if (policy === 'at_least_once')
        await expect
          .poll(async () => (await deliveries(workspace)).filter((row) => row.state === 'accepted').length, {
            timeout: 120_000,
            interval: 100,
          })
          .toBe(2 * leads);

      const rows = await deliveries(workspace);
      const unknown = rows.filter((row) => row.state === 'unknown');
      // I1: every planned mail has one end, and the server holds each that is called accepted.
      expect(rows.length).toBe(rows.filter((row) => row.state === 'accepted').length + unknown.length);
      const taken = Map.groupBy(sink.taken, (mail) => mail.hash);
      for (const row of rows) if (row.state === 'accepted') expect(taken.has(row.raw_hash)).toBe(true);
      // Nobody was forgotten: a first mail exists for each lead, and only what was on the wire or answered and not
      // yet written down may be unknown.
      expect(rows.filter((row) => row.position === 1).length).toBe(leads);
      expect(unknown.length).toBeLessThanOrEqual(window);
      // I2: copies are the same bytes, and under at_most_once there are none.
      const known = new Set(rows.map((row) => row.raw_hash));
      expect(sink.taken.every((mail) => known.has(mail.hash))).toBe(true);
      const copies = Math.max(...[...taken.values()].map((mails) => mails.length));
      if (policy === 'at_most_once') expect(copies).toBe(1);
      else expect(unknown).toEqual([]);
      // I7: the second step comes after the first.
      for (const row of rows.filter((one) => one.position === 2 && taken.has(one.raw_hash))) {
        const first = rows.find((one) => one.position === 1 && one.to_address === row.to_address)!;
        expect(taken.get(row.raw_hash)![0]!.at).toBeGreaterThanOrEqual(taken.get(first.raw_hash)![0]!.at);
      }
    },
    300_000,
  );
}
