import { newId } from '#kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../fixture/index.ts';
import { startWorker, stopWorkers } from './worker-process.ts';

/** A worker is killed at every place where a consumer of events could do something twice or not at all; another one takes over. */
let platform: TestPlatform;
const work = (env?: Record<string, string>) => startWorker(platform.config, env);
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(stopWorkers);

const leads = 30;

/** How often the timeline has noted that each lead was made. */
const noted = (workspace: TestWorkspace) =>
  workspace.scope.read<{ count: number }>(
    `select (select count(*)::int from activity a where a.workspace_id = l.workspace_id and a.subject_id = l.id) as count
       from lead l where l.workspace_id = $1`,
    [workspace.workspaceId],
  );

/** An effect that would show if it happened twice: mails counted by the hour. */
const counted = (workspace: TestWorkspace) =>
  workspace.scope.read<{ count: number }>(
    `select coalesce(sum((data ->> 'count')::int), 0)::int as count from activity where workspace_id = $1 and kind = 'mail.sent'`,
    [workspace.workspaceId],
  );

describe.each(['e1', 'e2', 'e3'])('a worker that is killed at %s of a consumer', (point) => {
  it('leaves every effect done exactly once by the next worker', async () => {
    const workspace = await platform.createWorkspace();
    const campaignId = newId();
    await workspace.scope.write(async ({ emit, sql }) => {
      await sql(
        `insert into lead (workspace_id, id, email) select $1, gen_random_uuid(), n || '@client.example' from generate_series(1, $2) n`,
        [workspace.workspaceId, leads],
      );
      for (const { id } of await sql<{ id: string }>('select id from lead where workspace_id = $1', [
        workspace.workspaceId,
      ])) {
        emit('lead.created', { leadId: `lea_${id.replaceAll('-', '')}` });
        emit('delivery.accepted', { campaignId: `cmp_${campaignId.replaceAll('-', '')}`, count: 1 });
      }
    });
    expect(await work({ TABARD_FAILPOINT: `${point}:kill` }).ended).toBe('SIGKILL');
    // As when the time has passed for which the dead one's work is left alone.
    await platform.app.database.maintain('update event_consumer set retry_at = now() where retry_at is not null');
    work();
    await vi.waitFor(
      async () => {
        expect((await noted(workspace)).map(({ count }) => count)).toEqual(Array.from({ length: leads }, () => 1));
        expect(await counted(workspace)).toEqual([{ count: leads }]);
      },
      { timeout: 120_000, interval: 100 },
    );
  }, 300_000);
});
