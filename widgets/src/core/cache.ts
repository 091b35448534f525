import { askUnder } from './ask-signal.ts';

/** A key names a procedure and its input; its first words are what invalidation matches. */
export type CacheKey = readonly unknown[];

interface Entry {
  key: CacheKey;
  value: unknown;
  /** When the value was loaded, ms since the epoch; 0 when it is stale. */
  freshAt: number;
  pending: Promise<unknown> | null;
  stop: AbortController | null;
  /** What was asked when it went stale: its answer may be of before the change. */
  late?: AbortController | null;
  readers: Set<(cause: 'value' | 'stale') => void>;
}

const nameOf = (key: CacheKey): string => JSON.stringify(key);
/** Answers kept although nobody reads them, so going back is instant. */
const KEEP = 60;
/** An element that is moved leaves and comes back within a moment; only then is its request given up. */
const LEAVE_MS = 50;

/** What is neither known nor asked. */
const UNKNOWN = { value: undefined, freshAt: 0, pending: null, stop: null };

/** One store of answers for all elements of a session: equal questions are asked once and shared. */
export class Cache {
  readonly #entries = new Map<string, Entry>();

  #entry(key: CacheKey): Entry {
    const name = nameOf(key);
    let entry = this.#entries.get(name);
    if (!entry) {
      this.#entries.set(name, (entry = { ...UNKNOWN, key, readers: new Set() }));
      // What is read or asked for stays; of the rest the oldest goes.
      for (const [old, { readers, pending }] of this.#entries)
        if (this.#entries.size > KEEP && !readers.size && !pending) this.#entries.delete(old);
    }
    return entry;
  }

  /** The answer last seen, if any, and when. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its key answers
  peek<T>(key: CacheKey): { value: T; at: number } | null {
    const entry = this.#entries.get(nameOf(key));
    // The key names the procedure, so its reader knows the type of the answer.
    return entry?.value === undefined ? null : { value: entry.value as T, at: entry.freshAt };
  }

  /** Calls back when the answer changed or went stale, until the returned function is called. */
  read(key: CacheKey, reader: (cause: 'value' | 'stale') => void): () => void {
    const entry = this.#entry(key);
    entry.readers.add(reader);
    return () => {
      entry.readers.delete(reader);
      if (entry.stop) setTimeout(() => entry.readers.size || entry.stop?.abort(), LEAVE_MS);
    };
  }

  /**
   * Asks, or joins whoever is asking already, and shares the answer with all readers. What went stale meanwhile is asked once more
   * before it is shown; after that it is shown and asked again, so that a busy workspace is not waited for. With the last reader the request ends.
   */
  load<T>(key: CacheKey, ask: () => Promise<T>): Promise<T> {
    const entry = this.#entry(key);
    if (!entry.pending) {
      const stop = (entry.stop = new AbortController());
      const once = (): Promise<T> => {
        entry.late = null;
        return askUnder(stop.signal, ask);
      };
      entry.pending = once()
        .then((value) => (entry.late === stop ? once() : value))
        .then((value) => {
          if (entry.stop === stop) this.write(key, value);
          return value;
        })
        .finally(() => {
          if (entry.stop === stop) entry.pending = entry.stop = null;
          if (entry.late === stop) this.invalidate(key);
        });
    }
    return entry.pending as Promise<T>; // asked under the same key, so of the same type
  }

  write(key: CacheKey, value: unknown): void {
    const entry = this.#entry(key);
    entry.value = value;
    entry.freshAt = Date.now();
    for (const reader of entry.readers) reader('value');
  }

  /** Shows a change before the platform confirmed it; the returned function takes it back. */
  patch<T>(key: CacheKey, change: (value: T) => T): () => void {
    const entry = this.#entry(key);
    if (entry.value === undefined) return () => undefined;
    const before = entry.value;
    const after = change(before as T);
    this.write(key, after);
    return () => {
      if (entry.value === after) this.write(key, before);
      else this.invalidate(key.slice(0, 1));
    };
  }

  /** Marks answers stale whose key starts with the given words; readers ask again. */
  invalidate(start: CacheKey): void {
    for (const entry of this.#matching(start)) {
      entry.freshAt = 0;
      entry.late = entry.stop;
      for (const reader of entry.readers) reader('stale');
    }
  }

  /** Forgets every answer and gives up what is being asked: whoever was signed in is not any more. Nobody asks again by this. */
  clear(): void {
    for (const entry of this.#entries.values()) {
      entry.stop?.abort();
      Object.assign(entry, UNKNOWN);
    }
  }

  #matching(start: CacheKey): Entry[] {
    return [...this.#entries.values()].filter(({ key }) => start.every((part, index) => key[index] === part));
  }
}
