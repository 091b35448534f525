import type { Page } from '@tabard/contract';
import { toFailure, type Failure } from '../base/failure.ts';
import { Query, type QueryHost, type QueryOptions } from './query.ts';
import type { Session } from './session.ts';

export interface ListQueryOptions<T> extends Omit<QueryOptions<Page<T>>, 'ask'> {
  ask: (session: Session, page: { cursor?: string; limit: number }) => Promise<Page<T>>;
  /** Items asked for at once. */
  limit?: number;
}

/** A list that grows page by page. When it goes stale, what is on screen is asked again in one call. */
export class ListQuery<T extends { id: string }> extends Query<Page<T>> {
  loadingMore = false;
  moreFailure: Failure | null = null;
  /** The question whose next page was asked for last. */
  #name = '';
  readonly #host: QueryHost;
  readonly #options: ListQueryOptions<T>;

  constructor(host: QueryHost, options: ListQueryOptions<T>) {
    const limit = options.limit ?? 50;
    super(host, {
      ...options,
      ask: async (session) => {
        const { items: known, nextCursor } = this.value ?? { items: [], nextCursor: null };
        const head = await options.ask(session, { limit: Math.min(200, Math.max(limit, known.length)) });
        // Pages beyond the first 200 stay as they are: their order may be a moment old, which beats losing the place.
        if (known.length <= 200 || !head.nextCursor) return head;
        const seen = new Set(head.items.map((item) => item.id));
        const tail = known.slice(200).filter((item) => !seen.has(item.id));
        return { items: [...head.items, ...tail], nextCursor };
      },
    });
    this.#host = host;
    this.#options = { ...options, limit };
  }

  /** A next page of another question, and why there was none, are none of this one's. */
  override hostUpdate(): void {
    const name = JSON.stringify(this.#options.key());
    if (name !== this.#name) [this.#name, this.loadingMore, this.moreFailure] = [name, false, null];
    super.hostUpdate();
  }

  get items(): readonly T[] {
    return this.value?.items ?? [];
  }
  get hasMore(): boolean {
    return Boolean(this.value?.nextCursor);
  }

  /** Appends the next page; calls while one is under way are ignored. */
  async more(): Promise<void> {
    const session = this.#host.session;
    const cursor = this.value?.nextCursor;
    if (!session || !cursor || this.loadingMore) return;
    const name = this.#name;
    this.loadingMore = true;
    this.moreFailure = null;
    this.#host.requestUpdate();
    try {
      const page = await this.#options.ask(session, { cursor, limit: this.#options.limit ?? 50 });
      if (name === this.#name && this.value?.nextCursor === cursor) {
        this.patch((value) => ({ items: [...value.items, ...page.items], nextCursor: page.nextCursor }));
      }
    } catch (error) {
      if (name === this.#name) this.moreFailure = toFailure(error);
    } finally {
      if (name === this.#name) this.loadingMore = false;
      this.#host.requestUpdate();
    }
  }
}
