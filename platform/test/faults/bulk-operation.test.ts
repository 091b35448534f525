import { newId } from '#kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../fixture/index.ts';
import { startWorker, stopWorkers } from './worker-process.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(stopWorkers);

const leads = 3_200;

describe.each(['b1', 'b2'])('a worker that is killed at %s of a bulk operation', (point) => {
  it('leaves every lead done exactly once by the next worker', async () => {
    const { caller, scope, workspaceId } = await platform.createWorkspace();
    await scope.write(({ sql }) =>
      sql(
        `insert into lead (workspace_id, id, email) select $1, id, id || '@client.example' from unnest($2::uuid[]) as id`,
        [workspaceId, Array.from({ length: leads }, () => newId())],
      ),
    );
    const { id } = await caller.bulkOperations.start({ filter: {}, action: { kind: 'add_tags', tags: ['once'] } });
    expect(await startWorker(platform.config, { TABARD_FAILPOINT: `${point}:kill` }).ended).toBe('SIGKILL');
    // As when the time has passed after which one that stands still is taken up.
    await scope.write(({ sql }) => sql(`update bulk_operation set updated_at = now() - interval '1 minute'`));
    startWorker(platform.config);
    await vi.waitFor(
      async () => {
        expect(await caller.bulkOperations.get({ id })).toMatchObject({
          state: 'completed',
          done: leads,
          changed: leads,
        });
      },
      { timeout: 120_000, interval: 100 },
    );
    const [row] = await scope.read<{ once: number; parts: number }>(
      `select (select count(*)::int from lead where workspace_id = $1 and tags = '{once}') as once,
              (select sum(cardinality(changed))::int from bulk_part where workspace_id = $1) as parts`,
      [workspaceId],
    );
    expect(row).toEqual({ once: leads, parts: leads });
  }, 300_000);
});
