import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '@tabard/testing';
import type { Config } from '#config';

/** What was just built starts in half the time. */
const program = process.env['ALREADY_BUILT'] === '1' ? '../../dist/main.js' : '../../src/main.ts';
const main = fileURLToPath(new URL(program, import.meta.url));

/** A worker as it is run in production: a process of its own. */
export interface WorkerProcess {
  /** Resolves when the process has ended, with the signal that ended it. */
  ended: Promise<NodeJS.Signals | null>;
  kill(signal: NodeJS.Signals): void;
  /** Ends it as an operator would, and waits. */
  stop(): Promise<void>;
}

const running = new Set<WorkerProcess>();

/** Ends all workers of the test. */
export const stopWorkers = () => Promise.all([...running].map((worker) => worker.stop()));

/** Starts a worker on the database of the test; `env` adds settings, such as a failpoint. */
export function startWorker(config: Config, env: Record<string, string> = {}): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, [main], {
    stdio: process.env['TEST_LOG'] ? 'inherit' : 'ignore',
    env: {
      ...processEnvironment(),
      DATABASE_URL: config.database.url,
      SECRET_KEY: config.secrets.secretKey,
      BLOB_ROOT: config.storage.blobRoot,
      TABARD_ROLE: 'worker',
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      MAIL_ALLOW_PRIVATE: 'true',
      DATABASE_POOL: '8',
      SEND_BATCH: '10',
      SEND_CONNECTIONS: '2',
      SEND_WINDOW: '4',
      SEND_LEASE: '2',
      SWEEP_INTERVAL: '0.2',
      ...env,
    },
  });
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null); // typed so by node's documentation
  const worker: WorkerProcess = {
    ended,
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    },
  };
  running.add(worker);
  void ended.finally(() => running.delete(worker));
  return worker;
}
