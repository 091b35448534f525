import { expect, it } from 'vitest';
import { startTestPlatform } from '../../../../test/fixture/index.ts';
import { answerSweep } from './sweep-answers.ts';

it('recorded answers are gone after a day, and no younger one', async () => {
  const platform = await startTestPlatform();
  const { workspaceId, scope } = await platform.createWorkspace();
  await scope.write(({ sql }) =>
    sql(
      `insert into idempotency_record (workspace_id, id, key, procedure, request_hash, answer, created_at)
       select $1, gen_random_uuid(), age, 'x', repeat('0', 64), '', now() - make_interval(hours => age::int)
         from unnest(array['1', '23', '25', '1000']) as age`,
      [workspaceId],
    ),
  );
  const sweep = await answerSweep.start(platform.app);
  const keys = () => scope.read('select key from idempotency_record order by key');
  await expect.poll(keys, { timeout: 5_000 }).toEqual([{ key: '1' }, { key: '23' }]);
  await sweep.stop();
  await platform.stop();
});
