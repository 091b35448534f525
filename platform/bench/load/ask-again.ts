import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import type { Load, LoadOptions } from './run-load.ts';

/** Asks one address again and again on open connections and prints what it measured: stands in where wrk is missing. */
const { url, connections, seconds, headers, paths } = JSON.parse(process.argv[2] ?? '{}') as LoadOptions; // written by run-load.ts
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const urls = paths
  ? readFileSync(paths, 'utf8')
      .trim()
      .split('\n')
      .map((path) => new URL(path, url))
  : [url];
let turn = 0;
const latencies: number[] = [];
let failed = 0;
const begun = performance.now();
const until = begun + seconds * 1000;

const ask = () =>
  new Promise<void>((resolve) => {
    const started = performance.now();
    get(urls[turn++ % urls.length]!, { agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        latencies.push(performance.now() - started);
        if ((response.statusCode ?? 500) >= 400) failed += 1;
        resolve();
      });
    }).once('error', () => {
      failed += 1;
      resolve();
    });
  });

await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < until) await ask();
  }),
);
agent.destroy();
const sorted = latencies.toSorted((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const load: Load = {
  requests: latencies.length,
  seconds: (performance.now() - begun) / 1000,
  failed,
  p50: at(0.5),
  p95: at(0.95),
  p99: at(0.99),
};
console.log(JSON.stringify(load));
