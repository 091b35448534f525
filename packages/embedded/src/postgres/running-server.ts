import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { isAlive } from '../process/is-alive.ts';

/** What `postmaster.pid` says about the server that uses a cluster. */
export interface RunningServer {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads who serves the cluster; null when nobody does, also when a killed server left its file behind. */
export async function readRunningServer(cluster: string): Promise<RunningServer | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid) || !(await isPostgres(pid))) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Asks for a fast shutdown and waits for the end; a server that hangs for 20 s is stopped at once (it recovers at the next start). */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await hasEnded(pid, patience)) return;
  }
}

/** Whether the process is gone within so many milliseconds. */
export async function hasEnded(pid: number, patienceMs: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(15)) if (!isAlive(pid)) return true;
  return false;
}

// After a crash or a reboot the recorded id may belong to an unrelated program; /proc tells where it exists.
async function isPostgres(pid: number): Promise<boolean> {
  if (!existsSync('/proc/self')) return true;
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
}
