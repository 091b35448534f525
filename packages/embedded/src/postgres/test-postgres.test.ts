import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPortFree } from '../process/free-port.ts';
import { withClient } from './create-database.ts';
import { startTestPostgres, TEST_POSTGRES_URL, type TestPostgres } from './test-postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

it('prepares a template once, however many ask at the same time, and gives each its own copy', async () => {
  let prepared = 0;
  const template = {
    name: `copies_${process.pid}`,
    prepare: async (url: string) => {
      prepared++;
      await withClient(url, (client) => client.query('create table note (text text)'));
    },
  };
  const copies = await Promise.all(Array.from({ length: 5 }, () => postgres.createTestDatabase({ template })));
  expect(prepared).toBe(1);
  await withClient(copies[0]!.url, (client) => client.query("insert into note values ('mine')"));
  const seen = await withClient(copies[1]!.url, (client) => client.query('select * from note'));
  expect(seen.rows).toEqual([]);
  await Promise.all(copies.map((copy) => copy.drop()));
});

it('prepares again after a preparation that failed', async () => {
  const name = `failing_${process.pid}`;
  const broken = { name, prepare: () => Promise.reject(new Error('broken migration')) };
  await expect(postgres.createTestDatabase({ template: broken })).rejects.toThrow('broken migration');
  const whole = { name, prepare: async () => undefined };
  await expect(postgres.createTestDatabase({ template: whole })).resolves.toMatchObject({
    name: expect.stringMatching(/^test_/),
  });
});

it('is found by every later caller of the same run', async () => {
  const other = await startTestPostgres();
  expect(other.url).toBe(postgres.url);
});

it('leaves nothing running and no folder behind after the whole run was killed', async () => {
  const script = `import { startTestPostgres } from ${JSON.stringify(import.meta.resolve('./test-postgres.ts'))};
    import { startRedis } from ${JSON.stringify(import.meta.resolve('../redis/start-redis.ts'))};
    const servers = await Promise.all([startTestPostgres(), startRedis()]);
    console.log(JSON.stringify(servers.flatMap((server) => (server ? [server.url] : [])))); setInterval(() => {}, 1000);`;
  const temp = mkdtempSync(join(tmpdir(), 'killed-run-'));
  chmodSync(temp, 0o755);
  // A folder of a run that died two hours ago; its process id belongs to nobody.
  const old = join(temp, 'test-postgres-old');
  mkdirSync(old);
  writeFileSync(join(old, 'owner.pid'), '999999999');
  utimesSync(old, Date.now() / 1_000 - 7_200, Date.now() / 1_000 - 7_200);
  const { [TEST_POSTGRES_URL]: _, REDIS_URL: _redis, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, TMPDIR: temp },
  });
  const [output] = await once(child.stdout, 'data');
  const ports = (JSON.parse(String(output)) as string[]).map((url) => Number(new URL(url).port));
  expect(await Promise.all(ports.map(isPortFree))).not.toContain(true);
  expect(existsSync(old)).toBe(false);
  child.kill('SIGKILL');
  await expect.poll(async () => Promise.all(ports.map(isPortFree))).not.toContain(false);
  await expect.poll(() => readdirSync(temp)).toEqual([]);
  rmSync(temp, { recursive: true });
}, 40_000);
