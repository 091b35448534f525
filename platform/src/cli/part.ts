import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepChild } from '../keep-child.ts';
import { stopChild } from '../stop-child.ts';
import { CommandError } from './command.ts';

const leash = new URL('./end-with-parent.mjs', import.meta.url).href;

/** A program that runs beside the platform for as long as it does. */
export interface Part {
  readonly name: string;
  stop(): Promise<void>;
}

/** Ends with a sentence when a port is taken. */
export async function requirePort(port: number, use: string, variable: string): Promise<void> {
  const server = createServer();
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)));
  });
  if (failure?.code === 'EADDRINUSE')
    throw new CommandError(
      `Port ${port} (${use}) is taken: end the program that uses it, or choose another port with ${variable}=<port> npm start.`,
    );
  if (failure)
    throw new CommandError(
      `Port ${port} (${use}) cannot be opened (${failure.message}): choose another port with ${variable}=<port> npm start.`,
    );
}

/**
 * Starts a TypeScript program and waits until `url` answers. Its words are passed on when it fails. One that ends later is started again,
 * and says so.
 */
export async function startPart(
  name: string,
  program: { file: string; args?: string[]; env: NodeJS.ProcessEnv },
  url: string,
): Promise<Part> {
  let words = '';
  const start = () => {
    words = '';
    return run(program, (more) => (words = (words + more).slice(-4000)));
  };
  const child = start();
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new CommandError(`The ${name} ended while it started:\n${words.trim()}`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
    if (answered) {
      const kept = keepChild({
        start,
        running: child,
        onEnd: (how) => console.error(`The ${name} ended (${how}); starting it again.\n${words.trim()}`.trim()),
        patienceMs: 5_000,
      });
      return { name, stop: () => kept.stop() };
    }
    await sleep(50);
  }
  await stopChild(child, 5_000);
  throw new CommandError(`The ${name} did not answer within 30 seconds. Its last words:\n${words.trim()}`);
}

function run(
  { file, args = [], env }: { file: string; args?: string[]; env: NodeJS.ProcessEnv },
  onWords: (words: string) => void,
): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', leash, file, ...args],
    // The channel is the leash: it breaks when this process is gone.
    { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => onWords(chunk.toString()));
  return child;
}
