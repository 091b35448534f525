import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';
import { ensureRoles, loginUrls } from './roles.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

it('the logins of a server are set by everybody who migrates one of its databases, however many do at once', async () => {
  const { config } = platform;
  const clients = Array.from({ length: 12 }, () => new pg.Client({ connectionString: config.database.url }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    for (let round = 0; round < 5; round++) await Promise.all(clients.map((client) => ensureRoles(client, config)));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  const runtime = new pg.Client({ connectionString: loginUrls(config).runtimeUrl });
  await runtime.connect();
  expect((await runtime.query('select current_user as me')).rows).toEqual([{ me: 'tabard_runtime' }]);
  await runtime.end();
});
