import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedError } from '../embedded-error.ts';
import { findFreePort, isPortFree } from '../process/free-port.ts';
import { holdLock } from '../process/hold-lock.ts';
import { isAlive } from '../process/is-alive.ts';
import { endWithParent } from '../process/watch-parent.ts';
import { createCluster, SUPERUSER } from './create-cluster.ts';
import { findBinaries } from './find-binaries.ts';
import { type Place, placeCluster, startLocked } from './place-cluster.ts';
import { hasEnded, readRunningServer, stopServer } from './running-server.ts';
import { chooseServerUser, type ServerUser } from './server-user.ts';

export interface PostgresOptions {
  /** Folder of the cluster; made when missing. One server at a time uses it. */
  dataDir: string;
  /** Port on 127.0.0.1; without it the system chooses a free one. */
  port?: number;
  /** Gets a line for each thing worth telling a person; silent by default. */
  log?: (line: string) => void;
  /** False trades durability for speed (tests). */
  durable?: boolean;
  /** Deletes this folder if we die without stopping (tests). */
  removeAfterDeath?: string;
}

export interface Postgres {
  /** Superuser's connection string to the database `postgres`. */
  url: string;
  port: number;
  /** Where the cluster really lies (see `placeCluster`). */
  dataDir: string;
  /** True when a server of another living process was found on the folder; `stop` then leaves it to that process. */
  shared: boolean;
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a folder, or joins the server that already runs there. The server ends when this process ends,
 * also after kill -9. Throws an `EmbeddedError` whose message says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? (() => undefined);
  const user = chooseServerUser();
  const place = await placeCluster(options.dataDir, findBinaries(), user, log);
  return holdLock(
    join(place.folder, 'start.lock'),
    async () => {
      const password = await createCluster(place, user, options.durable ?? true);
      const joined = await joinRunning(place, user, password, options, log);
      return joined ?? launch(place, user, password, options);
    },
    { timeoutMs: 60_000, onTimeout: (holder) => startLocked(holder, place.folder) },
  );
}

async function joinRunning(
  place: Place,
  user: ServerUser,
  password: string,
  options: PostgresOptions,
  log: (line: string) => void,
): Promise<Postgres | null> {
  const cluster = join(place.folder, 'cluster');
  let running = await readRunningServer(cluster);
  // Right after a killed run its server is on the way down (or still coming up): let it get there.
  for (let i = 0; running && i < 100 && !(running.ready && (await answers(running.port, password))); i++) {
    await sleep(50);
    running = await readRunningServer(cluster);
  }
  if (!running) return null;
  const owner = Number(await readFile(join(place.folder, 'owner.pid'), 'utf8').catch(() => ''));
  const shared = owner > 0 && owner !== process.pid && isAlive(owner);
  const wrongPort = options.port !== undefined && options.port !== running.port;
  if (!shared && (wrongPort || !(await answers(running.port, password)))) {
    log(`Stopping the PostgreSQL a killed run left behind (process ${running.pid})`);
    await stopServer(running.pid);
    return null;
  }
  if (wrongPort) {
    throw new EmbeddedError(
      'postgres.foreign_server',
      `Process ${owner} already runs this database on port ${running.port}: use that port, or stop that process first.`,
    );
  }
  const stop = shared ? async () => undefined : await adopt(place, user, running.pid, options.removeAfterDeath);
  return { url: urlOf(running.port, password), port: running.port, dataDir: cluster, shared, stop };
}

async function launch(place: Place, user: ServerUser, password: string, options: PostgresOptions): Promise<Postgres> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port || (await findFreePort());
    try {
      if (options.port && !(await isPortFree(port))) throw portBusy(port);
      const pid = await spawnServer(place, user, port, options.durable ?? true);
      const stop = await adopt(place, user, pid, options.removeAfterDeath);
      return { url: urlOf(port, password), port, dataDir: join(place.folder, 'cluster'), shared: false, stop };
    } catch (error) {
      // Between asking the system for a free port and binding it somebody else may take it.
      const lostRace = !options.port && error instanceof EmbeddedError && error.code === 'postgres.port_busy';
      if (!lostRace || attempt === 5) throw error;
    }
  }
}

async function spawnServer(place: Place, user: ServerUser, port: number, durable: boolean): Promise<number> {
  const cluster = join(place.folder, 'cluster');
  const logFile = join(place.folder, 'server.log');
  const output = openSync(logFile, 'w');
  // Detached: Ctrl-C in a terminal reaches us only, and we stop the server after our own work is done.
  const child = spawn(join(place.binRoot, 'bin', 'postgres'), ['-D', cluster, ...settings(port, durable)], {
    detached: true,
    stdio: ['ignore', output, output],
    cwd: place.folder,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    uid: user.uid,
    gid: user.gid,
  });
  closeSync(output);
  child.unref();
  await waitUntilReady(child, cluster, logFile, port);
  return child.pid ?? 0;
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Tests have several installations, each with its workers, on one server.
    max_connections: durable ? 200 : 400,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function waitUntilReady(child: ChildProcess, cluster: string, logFile: string, port: number): Promise<void> {
  let ended = '';
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `ended with ${signal ?? code ?? 'no code'}`));
  // Crash recovery of a large cluster may take a while, so there is no deadline as long as the server lives.
  for (;;) {
    if (ended) throw await explain(ended, logFile, port);
    const running = await readRunningServer(cluster);
    if (running?.ready && running.pid === child.pid) return;
    await sleep(10);
  }
}

async function explain(ending: string, logFile: string, port: number): Promise<EmbeddedError> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  if (lines.some((line) => line.includes('Address already in use'))) return portBusy(port);
  const reason = lines.findLast((line) => /FATAL|PANIC|error while loading/.test(line)) ?? lines.at(-1) ?? '';
  const cause = reason.replace(/^.*?(FATAL|PANIC): +/, '') || ending;
  return new EmbeddedError(
    'postgres.start_failed',
    `PostgreSQL did not start (${cause}): the whole story is in ${logFile}; mend it and start again, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function portBusy(port: number): EmbeddedError {
  return new EmbeddedError(
    'postgres.port_busy',
    `Port ${port} on 127.0.0.1 is used by another program: stop that program, or choose another port for PostgreSQL.`,
  );
}

async function adopt(
  place: Place,
  user: ServerUser,
  pid: number,
  removeFolder: string | undefined,
): Promise<() => Promise<void>> {
  await writeFile(join(place.folder, 'owner.pid'), String(process.pid));
  const pidFile = join(place.folder, 'cluster', 'postmaster.pid');
  const callOff = endWithParent({ pid, signal: 'INT', pidFile, removeFolder });
  let stopping: Promise<void> | undefined;
  return () =>
    (stopping ??= (async () => {
      callOff();
      if (!(await hasEnded(pid, 0))) await stopServer(pid);
    })());
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function urlOf(port: number, password: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}
