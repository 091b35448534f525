import { setTimeout as sleep } from 'node:timers/promises';
import { TraceError } from './trace-error.ts';

/** How long something may take to happen that the check waits for. */
const patienceMs = 90_000;

/** Asks again until there is something. */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  signal: AbortSignal,
): Promise<NonNullable<T>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new TraceError(`The check waited in vain for ${what}.`);
    await sleep(100, undefined, { signal });
  }
}
