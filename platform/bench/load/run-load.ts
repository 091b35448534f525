import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What one address did under load; latencies in milliseconds. */
export interface Load {
  requests: number;
  seconds: number;
  /** Answers that were not 2xx or 3xx, and requests without an answer. */
  failed: number;
  p50: number;
  p95: number;
  p99: number;
}

/** How to load an address: GET, again and again, on connections that stay open. */
export interface LoadOptions {
  url: string;
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** A file of paths, one a line, which are asked for in turn instead of that of the address. */
  paths?: string;
}

const script = fileURLToPath(new URL('report-latency.lua', import.meta.url));
const ownProgram = fileURLToPath(new URL('ask-again.ts', import.meta.url));
let hasWrk: Promise<boolean> | undefined;

/** Whether wrk is on the PATH. Without it a program of ours asks: slower, for product and reference alike. */
export function wrkIsThere(): Promise<boolean> {
  hasWrk ??= run('wrk', ['--version']).then(
    () => true,
    // wrk answers its version with exit code 1.
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  return hasWrk;
}

/** Loads an address from a process of its own. @throws when any answer was a failure: a wrong answer has no speed. */
export async function runLoad(options: LoadOptions): Promise<Load> {
  const { url, connections, seconds, headers = {}, paths } = options;
  const { stdout } = (await wrkIsThere())
    ? await run('wrk', [
        '-t1',
        `-c${connections}`,
        `-d${seconds}s`,
        '-s',
        script,
        ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
        url,
        ...(paths ? ['--', paths] : []),
      ])
    : await run(process.execPath, [ownProgram, JSON.stringify(options)]);
  const line = stdout.split('\n').findLast((text) => text.startsWith('{')) ?? '';
  const load = JSON.parse(line) as Load; // written by the script, or by our own program
  if (load.failed > 0 || load.requests === 0)
    throw new Error(`${load.failed} of ${load.requests} requests to ${url} failed.`);
  return load;
}

/** Requests a second. */
export async function requestRate(options: LoadOptions): Promise<number> {
  const { requests, seconds } = await runLoad(options);
  return requests / seconds;
}
