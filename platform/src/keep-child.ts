import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopChild } from './stop-child.ts';

/** Waits before a process that ended is started again; they double while it ends early. Work waits as long, so they are short. */
const shortestWaitMs = 250;
const longestWaitMs = 5_000;
const soundMs = 10_000;

export interface KeptChild {
  /** Makes the process; again each time it has ended. */
  start: () => ChildProcess;
  /** The first one, when it runs already. */
  running?: ChildProcess;
  /** Told each time it ended by itself: how, and when it is started again. */
  onEnd: (how: string, waitMs: number) => void;
  /** How long it may take to stop when it is asked to. */
  patienceMs: number;
}

/** Keeps a process running beside this one: one that ends is started again, until it is stopped. */
export function keepChild({ start, running, onEnd, patienceMs }: KeptChild): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let child = running ?? start();
  const kept = (async () => {
    for (let wait = shortestWaitMs; ; wait = Math.min(2 * wait, longestWaitMs)) {
      const began = Date.now();
      const how = await endOf(child);
      if (stopping.signal.aborted) return;
      if (Date.now() - began > soundMs) wait = shortestWaitMs;
      onEnd(how, wait);
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      child = start();
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await stopChild(child, patienceMs);
      await kept;
    },
  };
}

/** How a process ended: its code, its signal, or why it could not be started. */
function endOf(child: ChildProcess): Promise<string> {
  const told = (code: number | null, signal: string | null) => signal ?? `code ${String(code)}`;
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(told(child.exitCode, child.signalCode));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(told(code, signal)));
    child.once('error', (error) => resolve(error.message));
  });
}
