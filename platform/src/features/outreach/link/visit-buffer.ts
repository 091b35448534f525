import type { App } from '#kernel';
import { burstMs, type Visit } from './link.rules.ts';
import { storeVisits } from './store-visits.ts';
import { VisitCap } from './visit-cap.ts';

/** Milliseconds that visits are gathered: a statement of 2,000 costs the database half as much for each as one of 500. */
const gatherMs = 100;
/** Visits one statement stores. */
const batchSize = 2_000;
/** Visits kept while they cannot be stored; about 100 MB. */
const capacity = 200_000;
/** Workspaces stored at once. */
const lanes = 4;

/**
 * The visits of this process on their way into the database. Recipients never wait for it: while the database is down visits
 * are kept, up to a bound, and stored later, each once.
 */
export class VisitBuffer {
  readonly #app: App;
  readonly #store: typeof storeVisits;
  readonly #cap = new VisitCap();
  #waiting: Visit[] = [];
  #flushing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #dropped = 0;
  #stopped = false;

  constructor(app: App, store = storeVisits) {
    this.#app = app;
    this.#store = store;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add(visit: Visit): void {
    if (!this.#cap.admits(visit)) return;
    if (this.#waiting.length >= capacity) this.#dropped += 1;
    else this.#waiting.push(visit);
    this.#arm(gatherMs);
  }

  /** Stores what waits, as far as the database allows within `patienceMs`, and takes no more. */
  async stop(patienceMs = 5_000): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    const until = Date.now() + patienceMs;
    await this.#flushing;
    while (this.#waiting.length > 0 && Date.now() < until) {
      await this.#flush();
      if (this.#failures > 0) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (this.#waiting.length > 0)
      this.#app.log.error({ visits: this.#waiting.length }, 'visits were lost: the database did not come back in time');
  }

  #arm(delayMs: number): void {
    if (this.#timer || this.#flushing || this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#flushing = this.#flush().finally(() => {
        this.#flushing = null;
        if (this.#waiting.length > 0)
          this.#arm(this.#failures > 0 ? Math.min(250 * 2 ** this.#failures, 5_000) : gatherMs);
      });
    }, delayMs);
  }

  async #flush(): Promise<void> {
    // A click waits until another link of the same mail would have been followed by a scanner; opens need not.
    const ripe = this.#stopped ? Infinity : Date.now() - burstMs;
    const isRipe = (visit: Visit): boolean => visit.kind === 'open' || visit.at.getTime() <= ripe;
    const batch = this.#waiting.filter(isRipe);
    this.#waiting = batch.length === this.#waiting.length ? [] : this.#waiting.filter((visit) => !isRipe(visit));
    const after = Map.groupBy(this.#waiting, (visit) => visit.workspaceId);
    const work = [...Map.groupBy(batch, (visit) => visit.workspaceId)].flatMap(([id, visits]) =>
      Array.from({ length: Math.ceil(visits.length / batchSize) }, (_, index) => ({
        id,
        visits: visits.slice(index * batchSize, (index + 1) * batchSize),
        after: after.get(id) ?? [],
      })),
    );
    const failedBefore = this.#failures;
    let failed = false;
    const lane = async () => {
      for (let part = work.shift(); part; part = work.shift()) {
        const { id, visits, after } = part;
        await this.#store(this.#app, id, visits, after).catch((error: unknown) => {
          if (isDataError(error))
            return this.#app.log.error({ err: error, visits: visits.length }, 'visits were refused');
          failed = true;
          this.#waiting.push(...visits);
          if (failedBefore === 0) this.#app.log.warn({ err: error }, 'visits cannot be stored now; they are kept');
        });
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    this.#failures = failed ? failedBefore + 1 : 0;
    if (!failed && this.#dropped > 0) {
      this.#app.log.error({ visits: this.#dropped }, 'visits were dropped while the database was away');
      this.#dropped = 0;
    }
  }
}

/** Whether the database will refuse the same rows again: data exceptions and broken constraints. */
function isDataError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^2[23]/.test(code);
}
