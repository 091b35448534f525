import type { CallCounter } from '#ports';

/** Windows that are kept at most; beyond, the oldest is forgotten, which lets its caller start anew. */
const mostWindows = 50_000;

/** Counts for this process alone. */
export function createMemoryCounter(): CallCounter {
  const windows = new Map<string, { used: number; endsAt: number }>();
  return {
    async count(key, cost, windowMs) {
      const now = Date.now();
      let window = windows.get(key);
      if (!window || window.endsAt <= now) {
        // A window begins at the end of the map, so the first one of the map is the oldest.
        windows.delete(key);
        windows.set(key, (window = { used: 0, endsAt: now + windowMs }));
        forgetOld(now);
      }
      window.used += cost;
      return { used: window.used, resetMs: window.endsAt - now };
    },
    async close() {
      windows.clear();
    },
  };

  function forgetOld(now: number): void {
    for (const [key, { endsAt }] of windows) {
      if (endsAt > now && windows.size <= mostWindows) return;
      windows.delete(key);
    }
  }
}
