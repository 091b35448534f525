import { Worker } from 'node:worker_threads';
import { hostileMails, ordinaryMail } from './fixture/hostile-mails.ts';
import type { ReadTask } from './fixture/read-mails.ts';
import type { Harness } from './harness.ts';

export const name = 'parse';
export const title = 'reading mails of 1, 5 and 25 MB of each hostile shape beside bare mailparser (P1)';

const sizes = [1, 5, 25];
const ordinary = 1_000;
const longestMs = 10_000;

/** Both readers have a thread of their own; one that takes too long is ended, and its time counts as the limit. */
export async function run(harness: Harness): Promise<void> {
  const [product, reference] = [startReader('product'), startReader('reference')];
  harness.defer(() => Promise.all([product.stop(), reference.stop()]));
  const compare = async (what: string, task: ReadTask, isRefused = false) => {
    harness.log(` ${what}`);
    const compared = await harness.alternate({
      product: () => product.read(task),
      reference: () => reference.read(task),
      pairs: 3,
    });
    // Beside a refusal nothing can be fast.
    const goal = isRefused ? {} : { goal: { of: 'ratio' as const, atMost: 1 } };
    harness.report({ id: 'P1', what, unit: 'ms', ...goal, ...compared });
  };
  await compare(`${ordinary.toLocaleString('en')} ordinary answers`, {
    raw: Buffer.from(ordinaryMail),
    times: ordinary,
  });
  for (const [what, make, isRefused] of hostileMails)
    for (const size of sizes)
      await compare(`${size} MB: ${what}`, { raw: Buffer.from(make(size * 1_000_000)), times: 1 }, isRefused);
}

function startReader(reader: 'product' | 'reference') {
  const start = () => new Worker(new URL('fixture/read-mails.ts', import.meta.url), { workerData: { reader } });
  let worker = start();
  return {
    stop: () => worker.terminate(),
    async read(task: ReadTask): Promise<number> {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const onMessage = (ms: number) => resolve(ms);
      worker.once('message', onMessage).once('error', reject);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
      worker.postMessage(task);
      const timer = setTimeout(() => resolve(Number.NaN), longestMs);
      try {
        const ms = await promise;
        if (!Number.isNaN(ms)) return ms;
      } finally {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', reject);
      }
      await worker.terminate();
      worker = start();
      return longestMs;
    },
  };
}
