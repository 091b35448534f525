let current: AbortSignal | undefined;

/** The signal of the ask that is being made right now: calls begun in it end when nobody waits for their answer any more. */
export const askSignal = (): AbortSignal | undefined => current;

/** Runs an ask under a signal. What it calls before its first pause carries the signal, without saying so. */
export function askUnder<T>(signal: AbortSignal, ask: () => T): T {
  const before = current;
  current = signal;
  try {
    return ask();
  } finally {
    current = before;
  }
}
