import type { App } from '#kernel';

/** How long an answer is given again: a change is seen by every process well within five seconds. */
const momentMs = 2_000;
const mostKept = 10_000;

interface Kept<T> {
  value: Promise<T>;
  until: number;
}

/** Makes a look-up that asks once for all who come within a moment. What failed is asked again at once. */
export function forAMoment<T>(ask: (app: App, key: string) => Promise<T>): (app: App, key: string) => Promise<T> {
  const caches = new WeakMap<App, Map<string, Kept<T>>>();
  return (app, key) => {
    const cache = caches.get(app) ?? new Map<string, Kept<T>>();
    caches.set(app, cache);
    const kept = cache.get(key);
    if (kept && kept.until > Date.now()) return kept.value;
    const fresh = { value: ask(app, key), until: Date.now() + momentMs };
    if (cache.size >= mostKept) cache.clear();
    cache.set(key, fresh);
    fresh.value.catch(() => cache.get(key) === fresh && cache.delete(key));
    return fresh.value;
  };
}
