/** Counts what callers ask for in windows of time, so that none takes more than its share. */
export interface CallCounter {
  /**
   * Adds `cost` to the window of `key`, which starts with the first count and lasts `windowMs`. Gives what the window holds now
   * and the milliseconds until it ends. Never fails: a count that is lost must not stop a call.
   */
  count(key: string, cost: number, windowMs: number): Promise<{ used: number; resetMs: number }>;
  close(): Promise<void>;
}
