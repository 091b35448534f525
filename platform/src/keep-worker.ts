import { spawn, type ChildProcess } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { keepChild } from './keep-child.ts';

/** The program as this one is run: bundled, which starts in half the time, or from its sources. */
const main = fileURLToPath(new URL(process.env['TABARD_BUNDLED'] ? '../dist/main.js' : 'main.ts', import.meta.url));
const leash = new URL('cli/end-with-parent.mjs', import.meta.url).href;
/** A worker that stops hands in what is on the wire. */
const patienceMs = 30_000;

/**
 * Keeps a worker running beside this process, as a process of its own: whatever mail it reads and whatever servers it talks to, the one
 * that answers requests does not notice. One that ends is started again; it ends with this process, also when that one is killed.
 */
export function keepWorker(env: NodeJS.ProcessEnv, log: Logger): { stop(): Promise<void> } {
  return keepChild({
    start: () => startWorker(env),
    onEnd: (how, waitMs) => log.error({ how, waitMs }, 'the worker ended; starting it again'),
    patienceMs,
  });
}

function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', leash, main], {
    env: { ...env, TABARD_ROLE: 'worker' },
    // The channel is the leash: it breaks when this process is gone.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  if (child.pid) standBehind(child.pid);
  return child;
}

/** Where both want the same processor, the one that answers people goes first. Set before the worker makes threads, which inherit it. */
function standBehind(pid: number): void {
  try {
    const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
    setPriority(pid, Math.min(getPriority() + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
  } catch {
    // It has ended already, or the system does not let us: it works all the same.
  }
}
