import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from '../embedded-error.ts';
import { findFreePort } from '../process/free-port.ts';
import { makeTempFolder } from '../process/temp-folder.ts';
import { endWithParent } from '../process/watch-parent.ts';

export interface Redis {
  url: string;
  stop(): Promise<void>;
}

/** A Redis for tests: `REDIS_URL`, else a `redis-server` from the PATH on a free port, else null. */
export async function startRedis(): Promise<Redis | null> {
  const given = process.env['REDIS_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const folder = await makeTempFolder('test-redis-');
  const port = await findFreePort();
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder, 'protected-mode': 'no' };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', flags, { stdio: 'ignore', detached: true });
  let ended: Error | undefined;
  child.once('error', (error) => (ended = error));
  child.once('exit', (code) => (ended ??= new Error(`redis-server ended with ${code ?? 'a signal'}`)));
  while (!ended && !(await answers(port))) await sleep(20);
  if (ended || !child.pid) {
    await rm(folder, { recursive: true, force: true });
    if (ended && 'code' in ended && ended.code === 'ENOENT') return null;
    throw new EmbeddedError(
      'redis.start_failed',
      `redis-server did not start (${ended?.message ?? 'no process'}): run it by hand to see why, or set REDIS_URL.`,
    );
  }
  child.unref();
  const callOff = endWithParent({ pid: child.pid, signal: 'TERM', removeFolder: folder });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      callOff();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (!ended && child.kill('SIGTERM')) await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => (resolve(data.toString().startsWith('+PONG')), socket.destroy()));
    socket.once('error', () => resolve(false));
  });
}
