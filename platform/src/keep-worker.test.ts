import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '@tabard/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../test/fixture/index.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let platform: TestPlatform;
let child: ChildProcess;
let log = '';
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(() => void child.kill('SIGKILL'));

/** One command, as it is run in production. */
function start(): void {
  log = '';
  child = spawn(process.execPath, [main], {
    env: {
      ...processEnvironment(),
      DATABASE_URL: platform.config.database.url,
      SECRET_KEY: platform.config.secrets.secretKey,
      BLOB_ROOT: platform.config.storage.blobRoot,
      PORT: '0',
    },
  });
  child.stdout!.on('data', (chunk: Buffer) => (log += chunk.toString()));
}
/** The processes that said they started in this role, the latest last. */
const started = (role: string): { pid: number; url: string | null }[] =>
  log
    .split('\n')
    .filter((line) => line.includes('"started"'))
    .map((line) => JSON.parse(line) as { role: string; pid: number; url: string | null }) // written by our logger
    .filter((line) => line.role === role);
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the platform in one command', () => {
  it('sends and receives in a process of its own, which is started again when it is killed', async () => {
    start();
    await expect.poll(() => started('worker').length, { timeout: 90_000 }).toBe(1);
    const [api, first] = [started('api')[0]!, started('worker')[0]!];
    expect(first.pid).not.toBe(api.pid);
    expect(api.pid).toBe(child.pid);
    // Where both want the same processor, the one that answers goes first.
    expect(getPriority(first.pid)).toBe(Math.min(getPriority(api.pid) + 10, 19));
    process.kill(first.pid, 'SIGKILL');
    await expect.poll(() => started('worker').length, { timeout: 90_000 }).toBe(2);
    expect((await fetch(`${api.url!}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(isAlive(started('worker')[1]!.pid)).toBe(false);
  }, 240_000);

  it('leaves no worker behind when it is killed itself', async () => {
    start();
    await expect.poll(() => started('worker').length, { timeout: 90_000 }).toBe(1);
    const worker = started('worker')[0]!;
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => isAlive(worker.pid), { timeout: 30_000 }).toBe(false);
  }, 150_000);
});
