import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CacheKey } from './cache.ts';
import { isAbort, toFailure, type Failure } from '../base/failure.ts';
import type { Session } from './session.ts';

export interface QueryOptions<T> {
  /** The question; `null` asks nothing yet. */
  key: () => CacheKey | null;
  ask: (session: Session) => Promise<T>;
  /** Told once for every failure that is shown. */
  onFailure?: (failure: Failure) => void;
}

/** What a query reads from its element: the session, when there is one. */
export interface QueryHost extends ReactiveControllerHost {
  readonly session: Session | null;
}

/**
 * One question of one element, answered from the session's cache: shows what is known at once, asks again when it is stale,
 * keeps the last answer beside an error.
 */
export class Query<T> implements ReactiveController {
  value: T | null = null;
  failure: Failure | null = null;
  loading = false;
  readonly #host: QueryHost;
  readonly #options: QueryOptions<T>;
  #name = '';
  #key: CacheKey | null = null;
  #session: Session | null = null;
  #stop: (() => void) | null = null;
  #connected = false;

  constructor(host: QueryHost, options: QueryOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An answer that comes after the element went must not tie it to the cache again.
    if (!this.#connected) return;
    const session = this.#host.session;
    const key = session ? this.#options.key() : null;
    const name = JSON.stringify(key);
    if (session === this.#session && name === this.#name) return;
    this.#stop?.();
    [this.#session, this.#key, this.#name] = [session, key, name];
    // What the question before still waits for is none of this one's.
    this.loading = false;
    this.failure = null;
    this.value = null;
    this.#stop = null;
    if (session && key) this.#start(session, key);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop?.();
    this.#stop = null;
    this.#name = '';
  }

  /** Asks again now. */
  async reload(): Promise<void> {
    const [session, key] = [this.#session, this.#key];
    if (!session || !key) return;
    this.loading = true;
    this.#host.requestUpdate();
    try {
      const value = await session.cache.load(key, () => this.#options.ask(session));
      session.noteReach(true);
      if (key === this.#key) [this.value, this.failure] = [value, null];
    } catch (error) {
      if (key !== this.#key || isAbort(error)) return;
      this.failure = toFailure(error);
      if (this.failure.kind === 'connection') session.noteReach(false);
      this.#options.onFailure?.(this.failure);
    } finally {
      if (key === this.#key) {
        this.loading = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** Shows a change before it is confirmed; the returned function takes it back. */
  patch(change: (value: T) => T): () => void {
    return this.#session && this.#key ? this.#session.cache.patch(this.#key, change) : () => undefined;
  }

  #start(session: Session, key: CacheKey): void {
    const known = session.cache.peek<T>(key);
    if (known) this.value = known.value;
    this.#stop = session.cache.read(key, (cause) => {
      if (cause === 'stale') return void this.reload();
      this.value = session.cache.peek<T>(key)?.value ?? null;
      this.#host.requestUpdate();
    });
    if (!known || Date.now() - known.at > 5000) void this.reload();
  }
}
