import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processEnvironment } from '@tabard/testing';
import { startTestPostgres, type TestDatabase } from '@tabard/embedded';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cli = join(import.meta.dirname, 'main.ts');
const main = join(import.meta.dirname, '../main.ts');
const node = ['--disable-warning=ExperimentalWarning'];

let home: string;
let postgres: Awaited<ReturnType<typeof startTestPostgres>>;
const databases: TestDatabase[] = [];
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'setup-'));
  postgres = await startTestPostgres();
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
});

async function newDatabase(): Promise<Record<string, string>> {
  const database = await postgres.createTestDatabase();
  databases.push(database);
  return environment({ DATABASE_URL: database.url });
}
const environment = (more: Record<string, string>): Record<string, string> => ({
  ...processEnvironment(),
  SECRET_KEY: 'a secret of tests that is long enough',
  TABARD_HOME: home,
  BLOB_ROOT: join(home, 'blobs'),
  LOG_LEVEL: 'warn',
  PORT: '0',
  ...more,
});

function run(program: string, args: string[], env: Record<string, string>): Promise<{ code: number; words: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, program, ...args], { env, timeout: 280_000 }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), words: `${stdout}${stderr}` }),
    );
  });
}
const setup = (env: Record<string, string>, ...args: string[]) =>
  run(cli, ['setup', ...args], { ...env, PORT: '4000' });

/**
 * Starts a program and ends it, by force or politely, once it has said something, and done what `done` waits for; gives all that it
 * said.
 */
async function runUntil(
  program: string,
  args: string[],
  options: { env: Record<string, string>; said: RegExp; done?: () => Promise<unknown>; signal: NodeJS.Signals },
) {
  const child = spawn(process.execPath, [...node, program, ...args], {
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [words, ends] = ['', false];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      if (ends || !options.said.test(words)) return;
      ends = true;
      void Promise.resolve(options.done?.()).finally(() => child.kill(options.signal));
    });
  await once(child, 'exit');
  return words;
}

async function query<R extends object>(env: Record<string, string>, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}
const made = (env: Record<string, string>) =>
  query(
    env,
    `select (select count(*)::int from organization) as organizations, (select count(*)::int from workspace) as workspaces,
            (select count(*)::int from api_key where revoked_at is null) as keys, (select count(*)::int from setup) as setups`,
  );
const whole = [{ organizations: 1, workspaces: 1, keys: 1, setups: 1 }];
const secrets = /First sign-in .+\/setup#st_\w{38}[^]+First API key .+sk_live_\w{38}/;

describe('setup', () => {
  it(
    'shows link and key once; twice or killed in its middle, nothing is doubled and nothing lost',
    { timeout: 300_000 },
    async () => {
      const env = await newDatabase();
      // Killed as soon as it has begun to speak, and again as soon as it has shown something.
      await runUntil(cli, ['setup'], { env: { ...env, PORT: '4000' }, said: /First sign-in/, signal: 'SIGKILL' });
      expect(await made(env)).toEqual(whole);
      await query(env, 'update setup set shown_at = null');
      const again = await setup(env);
      expect([again.code, again.words]).toEqual([0, expect.stringMatching(secrets)]);
      expect(await made(env)).toEqual(whole);
      expect((await setup(env)).words).toMatch(/^It is set up\./m);
      expect((await setup(env, '--link')).words).toMatch(/First sign-in/);
      expect((await setup(env, '--key')).words).toMatch(/^(?![^]*First sign-in)[^]*First API key/);
      expect(await made(env)).toEqual(whole);
    },
  );

  it('refuses what it does not know', async () => {
    const { code, words } = await setup(
      { ...environment({}), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' },
      '--organisation',
    );
    expect([code, words]).toEqual([1, expect.stringMatching(/"setup" has no option --organisation/)]);
  });
});

describe('a container', () => {
  it('is set up by its environment, and says so on its first start only', { timeout: 300_000 }, async () => {
    const env = await newDatabase();
    expect((await run(cli, ['migrate'], { ...env, PORT: '4000' })).code).toBe(0);
    const shown = async () => (await query(env, 'select from setup where shown_at is not null')).length;
    const start = (said: RegExp) =>
      runUntil(main, [], {
        env: { ...env, TABARD_ROLE: 'api', LOG_LEVEL: 'info', SETUP_ORGANIZATION: 'Harbour Ltd' },
        said,
        // Between telling the secrets and noting it lies a moment; who ends in it is told them again.
        done: () => expect.poll(shown, { timeout: 60_000 }).toBe(1),
        signal: 'SIGTERM',
      });
    expect(await start(/First API key[^]+keep it on a server/)).toMatch(secrets);
    expect(await query(env, 'select name from organization')).toEqual([{ name: 'Harbour Ltd' }]);
    expect(await start(/"msg":"started"/)).not.toMatch(/First/);
    expect(await made(env)).toEqual(whole);
  });
});

describe('the password of the demo', () => {
  it(
    'opens nothing in production: neither seed nor start, nor a database that holds it',
    { timeout: 300_000 },
    async () => {
      const env = await newDatabase();
      for (const command of ['start', 'seed']) {
        const { code, words } = await run(cli, [command], { ...env, PORT: '4000', NODE_ENV: 'production' });
        expect([command, code, words]).toEqual([command, 1, expect.stringMatching(/^The demo is not for production/)]);
      }
      expect((await run(cli, ['seed'], { ...env, PORT: '4000' })).code).toBe(0);
      const ways: Record<string, string>[] = [{ NODE_ENV: 'production' }, { TABARD_ROLE: 'worker' }];
      for (const more of ways) {
        const { code, words } = await run(main, [], { ...env, ...more });
        expect([code, words]).toEqual([1, expect.stringMatching(/^Refusing to start: .+ password of the demo/)]);
      }
      const both = await run(main, [], { ...env, NODE_ENV: 'production', TABARD_DEMO: 'true' });
      expect([both.code, both.words]).toEqual([1, expect.stringMatching(/TABARD_DEMO: Unset it/)]);
      expect((await setup(env)).words).toMatch(/filled without this command/);
    },
  );
});
