import { fetchOnce } from '../transport/fetch-once.ts';

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

/** What one try came to: an answer, or why there is none. */
export interface Tried {
  response?: Response;
  cause?: unknown;
  /** The token it went with. */
  bearer: string;
}

/**
 * Sends a request with the token of the moment. A refused token is renewed once; what may pass is tried again with growing pauses.
 * @throws WireError for every answer that is not 2xx and when there is none
 */
export async function send(base: string, token: TokenSource, sent: Sent): Promise<Response> {
  const tryOnce = (refused?: string): Promise<Tried> => attempt(base, token, sent, refused);
  const tried = await tryOnce();
  if (tried.response?.ok) return tried.response;
  // Its own chunk: most pages see no call fail.
  const { sendAgain } = await import('./send-again.ts');
  return sendAgain(tried, tryOnce, sent);
}

async function attempt(base: string, token: TokenSource, sent: Sent, refused?: string): Promise<Tried> {
  const { path, method = 'POST', headers, body, signal, timeout = 30_000 } = sent;
  const bearer = await token({ refused });
  const init = { method, headers: { Authorization: `Bearer ${bearer}`, ...headers }, body, signal };
  try {
    return { bearer, response: await fetchOnce(base + path, init, timeout) };
  } catch (cause) {
    signal?.throwIfAborted();
    return { bearer, cause };
  }
}
