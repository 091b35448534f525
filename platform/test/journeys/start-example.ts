import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processEnvironment } from '@tabard/testing';
import { build } from 'vite';
import { freePorts, type Product } from './start-product.ts';

const examples = join(import.meta.dirname, '../../../examples');

export interface Example {
  url: string;
  output(): string;
  stop(): Promise<void>;
}

/** Builds an example as its readers would, and starts its server beside a running product. */
export async function startExample(name: string, product: Product, render?: string): Promise<Example> {
  const root = join(examples, name);
  // Whoever has just built everything says so.
  if (render && process.env['ALREADY_BUILT'] !== '1') {
    await build({ root, logLevel: 'error' });
    await build({ root, logLevel: 'error', build: { ssr: render } });
  }
  const [port = 0] = await freePorts(1);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'server.ts')], {
    env: {
      ...processEnvironment(),
      PORT: String(port),
      API_URL: product.api,
      API_KEY: product.demo.apiKey,
      WORKSPACE_ID: product.demo.workspaceId,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  for (const deadline = Date.now() + 30_000; !words.includes('http://'); await sleep(50)) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    await stop();
    throw new Error(`The example ${name} did not start:\n${words}`);
  }
  return { url: `http://localhost:${port}`, output: () => words, stop };
}
