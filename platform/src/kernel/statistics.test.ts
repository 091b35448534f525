import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';
import { refreshStatistics } from './statistics.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('the statistics of a table', () => {
  it('know of many new rows as soon as they are refreshed', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    const plan = async () => {
      const rows = await scope.read<{ 'QUERY PLAN': string }>('explain select from lead where workspace_id = $1', [
        workspaceId,
      ]);
      return Number(/rows=(\d+)/.exec(rows[0]!['QUERY PLAN'])![1]);
    };
    await scope.write(({ sql }) =>
      sql(
        `insert into lead (workspace_id, id, email) select $1, gen_random_uuid(), i || '@many.test' from generate_series(1, 5000) i`,
        [workspaceId],
      ),
    );
    await refreshStatistics(platform.app, 'lead', 5000);
    expect(await plan()).toBeGreaterThan(4000);
  });

  it('are refreshed by the maintenance login alone, and of tables that are filled in bulk alone', async () => {
    const { scope } = await platform.createWorkspace();
    await expect(scope.write(({ sql }) => sql(`select refresh_statistics('lead')`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(platform.app.database.maintain(`select refresh_statistics('session')`)).rejects.toThrow(
      /not filled in bulk/,
    );
  });
});
