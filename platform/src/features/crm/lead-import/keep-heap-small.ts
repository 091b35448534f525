import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What V8 is told while imports and exports run, and afterwards (its defaults): collect early, and do not enlarge the space for new objects.
 * These flags are read anew at each collection, so that they take effect in a running process.
 */
const thrifty = ['--optimize-for-size', '--heap-growing-percent=30', '--semi-space-growth-factor=1', '--expose-gc'];
const usual = ['--no-optimize-for-size', '--heap-growing-percent=0', '--semi-space-growth-factor=2'];

let running = 0;

/**
 * Runs work that makes gigabytes of short-lived text in a heap that stays small. Left alone, V8 would rather grow than collect:
 * the process would take twice the memory and give it back late.
 */
export async function keepHeapSmall<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  if (running === 1) {
    for (const flag of thrifty) setFlagsFromString(flag);
    // The start of the process has left room to fill; one collection now makes the new measure count from the beginning.
    // V8 gives `gc` to contexts that are made after the flag.
    const collect = runInNewContext('gc') as (options: { type: 'major' }) => void;
    collect({ type: 'major' });
  }
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) for (const flag of usual) setFlagsFromString(flag);
  }
}
