const firstWaitMs = 500;
const longestWaitMs = 8000;
/** A platform that asks for more patience than this gets an error instead. */
const patienceMs = 60_000;

/** What one try came to; the status is 0 where there was no answer. */
export interface FailedTry {
  status: number;
  retryable?: boolean;
}

/** Milliseconds to wait before the next try; `null` when another try cannot help. */
export function retryDelay(failed: FailedTry, attempt: number, headers?: Headers | null): number | null {
  const told = headers?.get('x-should-retry');
  if (told ? told !== 'true' : !mayHelp(failed)) return null;
  const asked = askedWait(headers);
  return asked === null ? backoff(attempt) : asked <= patienceMs ? asked : null;
}

/** Grows from half a second and differs between callers, so that they do not come back all at once. */
export function backoff(attempt: number): number {
  return Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs) * (0.75 + Math.random() / 4);
}

const mayHelp = ({ status, retryable }: FailedTry): boolean =>
  !status || status === 408 || status === 429 || status >= 500 || (status === 409 && retryable === true);

function askedWait(headers?: Headers | null): number | null {
  const milliseconds = headers?.get('retry-after-ms');
  if (milliseconds && Number(milliseconds) >= 0) return Number(milliseconds);
  const text = headers?.get('retry-after');
  if (!text) return null;
  const seconds = Number(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return wait >= 0 ? wait : null;
}

/** Waits, or rejects at once with the reason of a signal that aborts. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error); // whatever the caller aborted with
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}
