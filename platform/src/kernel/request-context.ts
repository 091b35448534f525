import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of a request carries. */
export interface Trace {
  readonly requestId: string;
  /** What the work follows from when it is no request: `event:<id>`. */
  readonly cause?: string;
}

const current = new AsyncLocalStorage<Trace>();

/** Runs the work of one request; whatever it logs, however deep, carries its id. */
export function traced<T>(trace: Trace, work: () => T): T {
  return current.run(trace, work);
}

/** The trace of the request that is being worked on; empty outside of one. For the logger. */
export function currentTrace(): Trace | Record<string, never> {
  return current.getStore() ?? {};
}

/** What the work at hand follows from, as events keep it: `request:<id>` or `event:<id>`; `null` for what begins by itself. */
export function currentCause(): string | null {
  const trace = current.getStore();
  return trace ? (trace.cause ?? `request:${trace.requestId}`) : null;
}
