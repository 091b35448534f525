import type { Page } from '@tabard/contract';
import { askUnder } from './ask-signal.ts';
import { isAbort, toFailure, type Failure } from '../base/failure.ts';
import { Query, type QueryHost, type QueryOptions } from './query.ts';
import type { Session } from './session.ts';
import { SparseRows, type Chunk, type RowsView } from '../base/sparse-rows.ts';

/** What a windowed list asks for: `limit` rows after `cursor`, `skip` of them passed over. */
export interface RowsAsked {
  cursor?: string;
  skip?: number;
  limit: number;
  /** In the opposite order, from the end. */
  backwards?: true;
}

export interface WindowedQueryOptions<T> extends Omit<QueryOptions<unknown>, 'ask'> {
  ask: (session: Session, asked: RowsAsked) => PromiseLike<Page<T>>;
  /** How many rows there are in all, as soon as somebody knows. */
  total: () => number | null;
  /** The list can be asked from its end as well. */
  reversible?: boolean;
  /** Rows asked for at once. */
  limit?: number;
}

/** Rows shown as coming below the last known one while nobody knows how many there are. */
const COMING = 20;
/** The most rows the platform gives at once. */
const MOST = 200;

/**
 * A list of any length of which only what is looked at is loaded: `want` names the rows in view, and what is missing there
 * is asked for, wherever in the list it is. Memory stays the same after a million rows.
 */
export class WindowedQuery<T extends { id: string }> extends Query<SparseRows<T>> implements RowsView<T> {
  /** Why rows in view are missing; the next `want` or `retry` asks again. */
  gapFailure: Failure | null = null;
  readonly #host: QueryHost;
  readonly #options: WindowedQueryOptions<T>;
  readonly #limit: number;
  #wanted: { from: number; until: number };
  #asked: { from: number; until: number; stop: AbortController } | null = null;
  #filling = false;
  #offline = false;
  #name = '';

  constructor(host: QueryHost, options: WindowedQueryOptions<T>) {
    const limit = options.limit ?? 60;
    super(host, {
      key: options.key,
      ...(options.onFailure && { onFailure: options.onFailure }),
      // What went stale is asked again where one looks; the rest is forgotten.
      ask: (session) => this.#askAround(session),
    });
    [this.#host, this.#options, this.#limit] = [host, options, limit];
    this.#wanted = { from: 0, until: limit };
  }

  /** How many rows a view shows: the exact number when it is known, else what is known and a few that are coming. */
  get count(): number {
    const rows = this.value;
    if (!rows) return this.failure ? 0 : COMING;
    return rows.end ?? Math.max(this.#options.total() ?? rows.count + COMING, rows.count);
  }
  at(index: number): T | undefined {
    return this.value?.at(index);
  }
  /** Rows in view; asks for those that are missing. */
  want(from: number, until: number): void {
    this.#wanted = { from, until };
    const asked = this.#asked;
    // Nobody waits for rows that were passed on the way.
    if (asked && (asked.from >= until || asked.until <= from)) asked.stop.abort();
    if (!this.gapFailure) void this.#fill();
  }

  /** Asks again for rows that could not be loaded. */
  retry(): void {
    this.gapFailure = null;
    void this.#fill();
  }

  /** The ids of a range, loading what is missing of it. */
  async idsBetween(from: number, until: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = from; at < until; at++) {
      if (!this.at(at) && !(await this.#load({ from: at, until: Math.min(until, at + this.#limit) }))) break;
      const row = this.at(at);
      if (row) ids.push(row.id);
    }
    return ids;
  }

  override hostUpdate(): void {
    const name = JSON.stringify(this.#options.key());
    if (name !== this.#name) {
      this.#name = name;
      this.#wanted = { from: 0, until: this.#limit };
      this.gapFailure = null;
    }
    // Nobody has to press anything when the line comes back.
    const offline = this.#host.session?.offline ?? false;
    if (this.#offline && !offline && this.gapFailure) this.retry();
    this.#offline = offline;
    super.hostUpdate();
  }

  async #askAround(session: Session): Promise<SparseRows<T>> {
    const { from, until } = this.#wanted;
    // Near the top the top is asked for, so that what is new there is seen.
    const start = until <= MOST ? 0 : from;
    const limit = Math.min(MOST, Math.max(this.#limit, until - start));
    return new SparseRows<T>().with(await this.#ask(session, this.value ?? new SparseRows(), start, limit));
  }

  /** Fills what is missing in view, one question at a time, so that a fast hand on the scrollbar asks for where it stops. */
  async #fill(): Promise<void> {
    if (this.#filling) return;
    this.#filling = true;
    while (await this.#load({ from: this.#wanted.from, until: Math.min(this.#wanted.until, this.count) })) continue;
    this.#filling = false;
  }

  /** Loads one chunk of a range. False when there was nothing to load, or it failed. */
  async #load(range: { from: number; until: number }): Promise<boolean> {
    const { session } = this.#host;
    const rows = this.value;
    const name = this.#name;
    const gap = rows?.gapIn(range.from, range.until);
    if (!session || !rows || !gap) return false;
    // Beside known rows the chunk joins them; in the middle of nowhere it reaches a little above what is in view.
    const joins = range.until - gap.from <= this.#limit;
    const start = joins ? gap.from : Math.max(gap.from, range.from - Math.floor(this.#limit / 4));
    const end = this.#options.total() ?? Infinity;
    const limit = Math.max(1, Math.min(this.#limit, gap.until - start, end - start));
    const stop = new AbortController();
    this.#asked = { from: start, until: start + limit, stop };
    try {
      const chunk = await askUnder(stop.signal, () => this.#ask(session, rows, start, limit));
      if (name !== this.#name || !this.value) return false;
      if (chunk.items.length > 0) {
        this.patch((now) => now.with(chunk));
        return true;
      }
      // The list is shorter than anybody thought: begin again at its top.
      this.#wanted = { from: 0, until: this.#limit };
      void this.reload();
    } catch (error) {
      if (isAbort(error)) return name === this.#name;
      const failure = toFailure(error);
      if (failure.kind === 'connection') session.noteReach(false);
      if (name === this.#name) this.gapFailure = failure;
      this.#host.requestUpdate();
    } finally {
      this.#asked = null;
    }
    return false;
  }

  async #ask(session: Session, rows: SparseRows<T>, start: number, limit: number): Promise<Chunk<T>> {
    const { ask, reversible, total } = this.#options;
    const anchor = rows.anchorFor(start);
    const skip = start - anchor.position;
    const count = rows.end ?? total();
    const below = count === null ? -1 : count - start - limit;
    // The shorter way to a far place may be from the end.
    if (count !== null && reversible && below >= 0 && below < skip) {
      const page = await ask(session, { limit, backwards: true, ...(below > 0 && { skip: below }) });
      const first = count - below - page.items.length;
      // Its cursor names the first row of the chunk, so what follows it begins one further.
      const cursor = page.nextCursor;
      return {
        start: first,
        items: page.items.toReversed(),
        anchor: { position: first + 1, cursor },
        last: below === 0,
      };
    }
    const { items, nextCursor: cursor } = await ask(session, {
      limit,
      ...(anchor.cursor && { cursor: anchor.cursor }),
      ...(skip > 0 && { skip }),
    });
    return { start, items, anchor: { position: start + items.length, cursor }, last: cursor === null };
  }
}
