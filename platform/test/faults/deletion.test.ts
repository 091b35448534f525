import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../fixture/index.ts';
import { fillWorkspace } from '../isolation/fill-workspace.ts';
import { startWorker, stopWorkers } from './worker-process.ts';

/** A worker is killed at every place of a deletion; another one goes on, and the log tells of it once. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(stopWorkers);

describe.each(['d1', 'd2', 'd3'])('a worker that is killed at %s of a deletion', (point) => {
  it('leaves it to the next one, which ends it and says so once', async () => {
    const workspace = await platform.createWorkspace();
    const { workspaceId, organizationId } = workspace;
    await fillWorkspace(platform, workspace);
    await workspace.scope.write(async ({ sql }) => {
      await sql('delete from claim');
      await sql(
        `insert into lead (workspace_id, id, email) select $1, gen_random_uuid(), n || '@client.example' from generate_series(1, 5000) n`,
        [workspaceId],
      );
    });
    await platform.app.ports.blobs.put(`${workspaceId}/mail/a`, Readable.from(['x']), { maxBytes: 10 });
    await platform.app.database.control((_em, sql) =>
      sql(
        `update workspace set delete_after = now() - interval '1 day', deleting_since = now() - interval '1 hour' where id = $1`,
        [workspaceId],
      ),
    );
    expect(await startWorker(platform.config, { TABARD_FAILPOINT: `${point}:kill` }).ended).toBe('SIGKILL');
    const placed = () => platform.app.database.readOrganization('select from workspace where id = $1', [workspaceId]);
    expect(await placed()).toHaveLength(1);
    startWorker(platform.config);
    await vi.waitFor(async () => expect(await placed()).toHaveLength(0), { timeout: 120_000, interval: 100 });
    expect(await workspace.scope.read('select from lead')).toHaveLength(0);
    expect(await platform.app.ports.blobs.size(`${workspaceId}/mail/a`)).toBeNull();
    expect(await platform.app.database.read(organizationId, 'select act from audit_log')).toEqual([
      { act: 'workspaces.delete' },
    ]);
  }, 300_000);
});
