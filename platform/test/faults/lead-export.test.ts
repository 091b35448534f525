import { fromPublicId } from '@tabard/contract';
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

describe.each(['x1', 'x2'])('a worker that is killed at %s of an export', (point) => {
  it('leaves no half file, and the next worker writes every lead once', async () => {
    const { caller, scope, workspaceId } = await platform.createWorkspace();
    await scope.write(({ sql }) =>
      sql(
        `insert into lead (workspace_id, id, email) select $1, id, id || '@client.example' from unnest($2::uuid[]) as id`,
        [workspaceId, Array.from({ length: leads }, () => newId())],
      ),
    );
    const { id } = await caller.leadExports.start({ columns: [{ name: 'email' }], mark: false });
    expect(await startWorker(platform.config, { TABARD_FAILPOINT: `${point}:kill` }).ended).toBe('SIGKILL');
    expect(await caller.leadExports.get({ id })).toMatchObject({ state: 'running', size: null, expiresAt: null });
    // As when the time has passed after which one that says nothing is taken for dead.
    await scope.write(({ sql }) => sql(`update lead_export set lease_until = now() - interval '1 second'`));
    startWorker(platform.config);
    await vi.waitFor(
      async () => {
        expect(await caller.leadExports.get({ id })).toMatchObject({ state: 'completed', done: leads, total: leads });
      },
      { timeout: 120_000, interval: 100 },
    );
    const keys: string[] = [];
    for await (const key of platform.app.ports.blobs.list(`${workspaceId}/exports/`)) keys.push(key);
    expect(keys).toEqual([`${workspaceId}/exports/${String(fromPublicId('leadExport', id))}`]);
    const file = await platform.app.ports.blobs.get(keys[0]!);
    const lines = Buffer.concat(await file.toArray())
      .toString()
      .split('\r\n');
    expect(new Set(lines).size).toBe(leads + 2); // the heading, and nothing behind the last
  }, 300_000);
});
