import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { isAlive } from '../process/is-alive.ts';
import { createDatabase, withClient } from './create-database.ts';
import { readRunningServer } from './running-server.ts';
import { type Postgres, type PostgresOptions, startPostgres } from './start-postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'embedded-postgres-test-'));
chmodSync(root, 0o755);
const running: Postgres[] = [];

async function start(options: PostgresOptions): Promise<Postgres> {
  const server = await startPostgres(options);
  running.push(server);
  return server;
}

const ask = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows[0]);

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('startPostgres', { timeout: 60_000 }, () => {
  const dataDir = join(root, 'kept');

  it('makes a durable UTF-8 cluster that only loopback and a password reach', async () => {
    const server = await start({ dataDir });
    expect(
      await ask(
        server.url,
        `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as address, lower('ÉÀŁ') as lower`,
      ),
    ).toEqual({
      encoding: 'UTF8',
      fsync: 'on',
      commit: 'on',
      address: '127.0.0.1',
      lower: 'éàł',
    });
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(dirname(server.dataDir), 'superuser-password')).mode & 0o777).toBe(0o600);
    for (const extension of ['pg_trgm', 'citext', 'pgcrypto', 'btree_gin', 'unaccent'])
      await ask(server.url, `create extension ${extension}`);
  });

  it('keeps what was committed and is ready again in under 1.5 s', async () => {
    const first = await start({ dataDir });
    const url = await createDatabase(first.url, 'product');
    expect(await createDatabase(first.url, 'product')).toBe(url);
    await ask(url, 'create table kept as select 42 as answer');
    await first.stop();
    const begun = performance.now();
    const second = await start({ dataDir });
    const took = performance.now() - begun;
    const again = new URL(url);
    again.port = String(second.port);
    expect(await ask(again.href, 'select answer from kept')).toEqual({ answer: 42 });
    expect(took).toBeLessThan(1_500);
  });

  it('joins the server another living process runs on the folder and leaves it running', async () => {
    const owner = await start({ dataDir });
    const script = `import { startPostgres } from ${JSON.stringify(import.meta.resolve('./start-postgres.ts'))};
      const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(JSON.stringify([server.shared, server.port])); await server.stop();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await once(child.stdout, 'data');
    await once(child, 'exit');
    expect(JSON.parse(String(output))).toEqual([true, owner.port]);
    expect(await ask(owner.url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('ends the server after its starter was killed, and the next start finds everything', async () => {
    const script = `import { startPostgres } from ${JSON.stringify(import.meta.resolve('./start-postgres.ts'))};
      const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      console.log('ready'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const left = await readRunningServer(join(dataDir, 'cluster'));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => isAlive(left?.pid ?? 0), { timeout: 10_000 }).toBe(false);
    const server = await start({ dataDir });
    expect(server.shared).toBe(false);
  });

  it('starts over a stale postmaster.pid whose id now belongs to another program', async () => {
    writeFileSync(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );
    await expect(start({ dataDir })).resolves.toMatchObject({ shared: false });
  });

  it('redoes a half-finished initdb', async () => {
    const half = join(root, 'half');
    mkdirSync(join(half, 'cluster.unfinished', 'base'), { recursive: true });
    writeFileSync(join(half, 'cluster.unfinished', 'PG_VERSION'), '18\n');
    const server = await start({ dataDir: half, durable: false });
    expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
    expect(existsSync(join(half, 'cluster.unfinished'))).toBe(false);
  });

  it('names the busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    await expect(start({ dataDir, port })).rejects.toMatchObject({
      code: 'postgres.port_busy',
      message: expect.stringContaining(`Port ${port}`),
    });
    other.close();
  });

  it('refuses a folder of another major version and one with missing files, and says what to do', async () => {
    const old = join(root, 'old');
    mkdirSync(join(old, 'cluster', 'global'), { recursive: true });
    await expect(start({ dataDir: old })).rejects.toMatchObject({ code: 'postgres.data_damaged' });
    writeFileSync(join(old, 'cluster', 'global', 'pg_control'), '');
    writeFileSync(join(old, 'cluster', 'PG_VERSION'), '15\n');
    await expect(start({ dataDir: old })).rejects.toMatchObject({
      code: 'postgres.other_version',
      message: expect.stringContaining('PostgreSQL 15'),
    });
  });

  it('refuses a folder that cannot be written', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(start({ dataDir: join(root, 'file', 'data') })).rejects.toMatchObject({
      code: 'postgres.folder_not_writable',
    });
  });

  it.runIf(process.getuid?.() === 0)('as root, moves data out of a closed home folder and says so', async () => {
    const home = join(root, 'home');
    mkdirSync(home, { mode: 0o700 });
    const said: string[] = [];
    const closed = join(home, 'data');
    const server = await start({ dataDir: closed, durable: false, log: (line) => said.push(line) });
    const moved = readFileSync(join(closed, 'moved-to'), 'utf8').trim();
    expect(server.dataDir).toBe(join(moved, 'cluster'));
    expect(said.join()).toContain(moved);
    await server.stop();
    await expect(start({ dataDir: closed, durable: false })).resolves.toMatchObject({ dataDir: server.dataDir });
    await running.at(-1)?.stop();
    rmSync(moved, { recursive: true, force: true });
  });
});
