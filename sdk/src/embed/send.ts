import { errorOf, type WireError } from './wire-error.ts';

/** Gets a token that is good now; told the one that the platform refused, if one was. */
export type TokenSource = (context: { refused?: string }) => Promise<string>;

/** One request: below the base address, the same for all its tries. */
export interface Sent {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: BodyInit;
  signal?: AbortSignal;
  timeout?: number;
  /** Tries after the first; a stream has none, for it is opened anew where it ended. */
  retries?: number;
}

/** A platform that asks for more patience than this gets an error instead. */
const patienceMs = 60_000;

/**
 * Sends a request with the token of the moment. A refused token is renewed once; what may pass is tried again with growing pauses.
 * @throws WireError for every answer that is not 2xx and when there is none
 */
export async function send(base: string, token: TokenSource, sent: Sent): Promise<Response> {
  const { path, method = 'POST', headers, body, signal, timeout = 30_000, retries = 2 } = sent;
  let refused: string | undefined;
  for (let attempt = 0; ; attempt++) {
    const bearer = await token({ refused });
    let failed: WireError;
    let answer: Headers | undefined;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeout);
    try {
      const response = await fetch(base + path, {
        method,
        headers: { Authorization: `Bearer ${bearer}`, ...headers },
        body,
        signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
      });
      if (response.ok) {
        // Data is read here, so that an answer that breaks off is asked for again.
        return response.headers.get('content-type')?.includes('json')
          ? new Response(await response.arrayBuffer(), response)
          : response;
      }
      answer = response.headers;
      failed = await errorOf(response);
      // A token that was just renewed and is refused again will not get better.
      if (failed.code === 'auth.invalid_token' && refused === undefined) {
        refused = bearer;
        attempt--;
        continue;
      }
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      failed = Object.assign(new Error('The service could not be reached.', { cause }), { status: 0, retryable: true });
    } finally {
      // A stream may take as long as it likes once its head is there.
      clearTimeout(timer);
    }
    const pause = pauseBefore(attempt, failed, answer);
    if (attempt >= retries || pause > patienceMs) throw failed;
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal?.throwIfAborted();
  }
}

/** Milliseconds before the next try, as asked or growing; endless where another try cannot help. */
function pauseBefore(attempt: number, { status, retryable }: WireError, headers?: Headers): number {
  const told = headers?.get('x-should-retry');
  const mayHelp = !status || status === 408 || status === 429 || status >= 500 || (status === 409 && retryable);
  if (told ? told === 'false' : !mayHelp) return Infinity;
  const asked = headers?.get('retry-after');
  const wait = Number(asked) * 1000;
  return asked && wait >= 0 ? wait : 500 * 2 ** attempt * (0.75 + Math.random() / 4);
}
