import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromPublicId } from '@tabard/contract';
import { setArchived } from '#kernel';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { campaigns } from './campaign.entity.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

it('takes turns with other calls about the same campaigns, in whatever order the table has them', async () => {
  const { caller, scope } = await platform.createWorkspace();
  const ids: string[] = [];
  for (const name of ['First', 'Second']) ids.push((await caller.campaigns.create({ name })).id);
  const [first, second] = ids.map((id) => fromPublicId('campaign', id)!);
  // A changed row moves to the end of its table: the second is found before the first.
  await caller.campaigns.update({ id: ids[0]!, name: 'Later' });
  /** Restores from a table that is read from its beginning, as small ones are once their size is known. */
  const restore = () =>
    scope.write(async (write) => {
      await write.sql('set local enable_indexscan = off');
      await write.sql('set local enable_bitmapscan = off');
      return setArchived(campaigns, write, { ids: [second!, first!], archived: false });
    });
  let restoring: Promise<unknown> | undefined;
  await scope.write(async ({ sql }) => {
    await sql('select from campaign where id = $1 for update', [first]);
    restoring = restore();
    restoring.catch(() => undefined);
    const waits = () => sql('select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))');
    await expect.poll(waits, { timeout: 20_000 }).not.toEqual([]);
    // Waiting for the first, it does not yet hold the second.
    expect(await sql('select from campaign where id = $1 for update nowait', [second])).toHaveLength(1);
  });
  expect(await restoring).toEqual({ count: 2 });
});
