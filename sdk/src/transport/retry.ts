import { ApiError, ConnectionError, type TabardError } from '../errors/errors.ts';

const firstWaitMs = 500;
const longestWaitMs = 8000;
/** A platform that asks for more patience than this gets an error instead. */
const patienceMs = 60_000;

/** Milliseconds to wait before the next try; `null` when another try cannot help. */
export function retryDelay(error: TabardError, attempt: number, headers: Headers | null): number | null {
  if (!mayHelp(error, headers)) return null;
  const asked = askedWait(headers);
  if (asked !== null) return asked <= patienceMs ? asked : null;
  return backoff(attempt);
}

/** Grows from half a second and differs between callers, so that they do not come back all at once. */
export function backoff(attempt: number): number {
  return Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs) * (0.75 + Math.random() / 4);
}

function mayHelp(error: TabardError, headers: Headers | null): boolean {
  const told = headers?.get('x-should-retry');
  if (told === 'true' || told === 'false') return told === 'true';
  if (error instanceof ConnectionError) return true;
  if (!(error instanceof ApiError)) return false;
  return (
    error.status === 408 || error.status === 429 || error.status >= 500 || (error.status === 409 && error.retryable)
  );
}

function askedWait(headers: Headers | null): number | null {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const text = headers?.get('retry-after');
  if (!text) return null;
  const seconds = Number(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return wait >= 0 ? wait : null;
}

/** Waits, or rejects at once when the signal aborts. */
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
