import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { stopChild } from './stop-child.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const leash = new URL('cli/end-with-parent.mjs', import.meta.url).href;
/** Waits before a worker that ended is started again; they double while it ends early. */
const shortestWaitMs = 500;
const longestWaitMs = 30_000;
const soundMs = 60_000;
/** A worker that stops hands in what is on the wire. */
const patienceMs = 30_000;

/**
 * Keeps a worker running beside this process, as a process of its own: whatever mail it reads and whatever servers it talks to, the one
 * that answers requests does not notice. One that ends is started again; it ends with this process, also when that one is killed.
 */
export function keepWorker(env: NodeJS.ProcessEnv, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const kept = (async () => {
    let wait = shortestWaitMs;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      child = startWorker(env);
      const how = await endOf(child);
      if (stopping.signal.aborted) return;
      if (Date.now() - began > soundMs) wait = shortestWaitMs;
      log.error({ how, waitMs: wait }, 'the worker ended; starting it again');
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      wait = Math.min(2 * wait, longestWaitMs);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      if (child) await stopChild(child, patienceMs);
      await kept;
    },
  };
}

function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', leash, main], {
    env: { ...env, TABARD_ROLE: 'worker' },
    // The channel is the leash: it breaks when this process is gone.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** How a process ended: its code, its signal, or why it could not be started. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${String(code)}`));
    child.once('error', (error) => resolve(error.message));
  });
}
