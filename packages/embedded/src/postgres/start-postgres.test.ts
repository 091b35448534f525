import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { isAlive } from '../process/is-alive.ts';
import { createDatabase, withClient } from './create-database.ts';
import { findBinaries } from './find-binaries.ts';
import { placeCluster } from './place-cluster.ts';
import { readRunningServer } from './running-server.ts';
import { chooseServerUser, pickServerUser } from './server-user.ts';
import { type Postgres, type PostgresOptions, startPostgres } from './start-postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'embedded-postgres-test-'));
chmodSync(root, 0o755);
const running: Postgres[] = [];
const isRoot = process.getuid?.() === 0;

/** A folder nobody but us can enter, as home folders are. */
function closedFolder(name: string): string {
  mkdirSync(join(root, name), { mode: 0o700 });
  return join(root, name);
}

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

describe('startPostgres', () => {
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

  it('keeps what was committed when it is started again', async () => {
    const first = await start({ dataDir });
    const url = await createDatabase(first.url, 'product');
    expect(await createDatabase(first.url, 'product')).toBe(url);
    await ask(url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start({ dataDir });
    const again = new URL(url);
    again.port = String(second.port);
    expect(await ask(again.href, 'select answer from kept')).toEqual({ answer: 42 });
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
    await expect.poll(() => isAlive(left?.pid ?? 0)).toBe(false);
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

  it.runIf(isRoot)('as root, moves data out of a closed home folder, says so and finds it again', async () => {
    const closed = join(closedFolder('home'), 'data');
    const said: string[] = [];
    const server = await start({ dataDir: closed, durable: false, log: (line) => said.push(line) });
    const moved = readFileSync(join(closed, 'moved-to'), 'utf8').trim();
    expect(server.dataDir).toBe(join(moved, 'cluster'));
    expect(said.join()).toContain(moved);
    await server.stop();
    await expect(start({ dataDir: closed, durable: false })).resolves.toMatchObject({ dataDir: server.dataDir });
    await running.at(-1)?.stop();
    rmSync(moved, { recursive: true, force: true });
  });

  it.runIf(isRoot)(
    'starts really afresh when a closed home folder was deleted, and deletes what lay elsewhere',
    async () => {
      const home = closedFolder('deleted');
      const first = await start({ dataDir: join(home, 'data'), durable: false });
      await ask(first.url, 'create table kept as select 1');
      // Deleted under a running server, as a person does who wants to begin anew.
      rmSync(home, { recursive: true });
      closedFolder('deleted');
      const second = await start({ dataDir: join(home, 'data'), durable: false });
      expect(await ask(second.url, "select to_regclass('kept') as kept")).toEqual({ kept: null });
      expect(existsSync(dirname(first.dataDir))).toBe(false);
      await second.stop();
      rmSync(dirname(second.dataDir), { recursive: true });
    },
  );

  it.runIf(isRoot)('gives a copy of a closed home folder data of its own, and follows one that was moved', async () => {
    const [home, copy, elsewhere] = [closedFolder('original'), join(root, 'copy'), join(root, 'elsewhere')];
    const first = await start({ dataDir: join(home, 'data'), durable: false });
    await first.stop();
    cpSync(home, copy, { recursive: true });
    const second = await start({ dataDir: join(copy, 'data'), durable: false });
    expect(second.dataDir).not.toBe(first.dataDir);
    await second.stop();
    renameSync(home, elsewhere);
    const third = await start({ dataDir: join(elsewhere, 'data'), durable: false });
    expect(third.dataDir).toBe(first.dataDir);
    await third.stop();
    for (const { dataDir: moved } of [first, second]) rmSync(dirname(moved), { recursive: true, force: true });
  });

  it.runIf(isRoot)('runs as an ordinary user, in a folder of that user', async () => {
    const own = join(root, 'ordinary');
    mkdirSync(own);
    const { uid = 0, gid = 0 } = chooseServerUser();
    chownSync(own, uid, gid);
    const script = `import { startPostgres } from ${JSON.stringify(import.meta.resolve('./start-postgres.ts'))};
      const server = await startPostgres({ dataDir: ${JSON.stringify(join(own, 'data'))}, durable: false });
      console.log(server.dataDir); await server.stop();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: own,
      env: { PATH: process.env['PATH'], HOME: own },
      uid,
      gid,
    });
    const [output] = await once(child.stdout, 'data');
    expect(String(output).trim()).toBe(join(own, 'data', 'cluster'));
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(statSync(join(own, 'data', 'cluster')).uid).toBe(uid);
  });
});

describe('the server of a root process', () => {
  it('runs as postgres, _postgres or nobody, and without any of them says how to add one', () => {
    const nobody = 'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false';
    expect(pickServerUser(`root:x:0:0::/root:/bin/sh\n${nobody}\n`)).toEqual({
      name: 'nobody',
      uid: 4_294_967_294,
      gid: 4_294_967_294,
    });
    expect(pickServerUser(`${nobody}\npostgres:x:70:71::/:/bin/sh\n`)).toMatchObject({ name: 'postgres', uid: 70 });
    expect(() => pickServerUser('root:x:0:0::/root:/bin/sh\n')).toThrow(/add one with "useradd --system postgres"/);
  });

  it.runIf(isRoot)('gets a copy of the programs when the checkout lies below a closed home folder', async () => {
    const user = chooseServerUser();
    const closed = join(closedFolder('checkout'), 'native');
    cpSync(findBinaries().root, closed, { recursive: true, verbatimSymlinks: true });
    // As an install under umask 077 leaves it.
    chmodSync(join(closed, 'bin'), 0o700);
    chmodSync(join(closed, 'bin', 'postgres'), 0o700);
    const version = `test-${process.pid}`;
    const place = await placeCluster(join(root, 'open'), { root: closed, version }, user, () => undefined);
    expect(place.binRoot.endsWith(version)).toBe(true);
    const { uid, gid } = user;
    const { stdout } = spawnSync(join(place.binRoot, 'bin', 'postgres'), ['--version'], { uid, gid, encoding: 'utf8' });
    expect(stdout).toMatch(/PostgreSQL.* 18\./);
    rmSync(place.binRoot, { recursive: true });
  });
});
