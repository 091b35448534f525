import { AbortError, ConnectionError, isSdkError, SdkError, TimeoutError, ApiError } from '../errors/errors.ts';
import { toApiError } from '../errors/to-api-error.ts';
import type { CallOptions, ClientOptions, SentRequest } from '../options.ts';
import { fetchOnce } from './fetch-once.ts';
import { retryDelay, wait, type FailedTry } from './retry.ts';

/** A request that can be tried several times. */
export interface Outgoing {
  method: 'GET' | 'POST';
  /** Below the base URL. */
  path: string;
  headers: Record<string, string>;
  body?: BodyInit;
  options: CallOptions;
  /** False for a body that can be read once only. */
  repeatable?: boolean;
}

/** Sends requests: credentials, timeout, tries, errors. */
export interface Transport {
  /** The answer's head; its body is the caller's. Throws for everything that is not 2xx. */
  send(outgoing: Outgoing): Promise<Response>;
  /** Whether it can get a new token in the place of one that ended. */
  readonly renews: boolean;
}

const defaultTimeoutMs = 30_000;
const defaultRetries = 2;

/** Gives the token to send; calls that were refused with the same one share what comes in its place. */
function tokenOf(client: ClientOptions, checkToken: (token: string) => void) {
  let renewal: { of: string; given: Promise<string | undefined> } | undefined;
  async function ask(refused?: string): Promise<string | undefined> {
    const given =
      typeof client.token === 'function' ? await client.token({ refused }) : (client.token ?? client.apiKey);
    if (given !== undefined) checkToken(given);
    return given;
  }
  return (refused?: string): Promise<string | undefined> => {
    if (refused === undefined) return ask();
    if (renewal?.of !== refused) {
      const given = ask(refused);
      renewal = { of: refused, given };
      given.catch(() => {
        if (renewal?.given === given) renewal = undefined;
      });
    }
    return renewal.given;
  };
}

export function createTransport(client: ClientOptions, checkToken: (token: string) => void): Transport {
  const base = client.baseUrl.replace(/\/+$/, '');
  const renews = typeof client.token === 'function';

  const token = tokenOf(client, checkToken);

  async function send(outgoing: Outgoing): Promise<Response> {
    const { options, repeatable = true } = outgoing;
    const retries = repeatable ? (options.maxRetries ?? client.maxRetries ?? defaultRetries) : 0;
    let refused: string | undefined;
    for (let attempt = 1; ; attempt++) {
      const request: SentRequest = { method: outgoing.method, url: base + outgoing.path, attempt };
      const started = Date.now();
      let headers: Headers | null = null;
      try {
        const bearer = await token(refused);
        client.hooks?.before?.(request);
        const response = await attemptOnce(client, outgoing, request.url, bearer);
        headers = response.headers;
        const requestId = headers.get('x-request-id') ?? '';
        const facts = { ...request, status: response.status, requestId, milliseconds: Date.now() - started };
        client.logger?.debug('answered', facts);
        const replayed = headers.get('idempotent-replayed') === 'true';
        client.hooks?.after?.(request, { status: response.status, requestId, headers, replayed });
        if (response.ok) return response;
        const error = await errorOf(response);
        // A token that was just renewed and is refused again will not get better.
        if (error.code === 'auth.invalid_token' && renews && refused === undefined && repeatable) {
          refused = bearer;
          attempt--;
          continue;
        }
        throw error;
      } catch (cause) {
        const error = isSdkError(cause) ? cause : new SdkError(messageOf(cause), { cause });
        client.hooks?.error?.(request, error);
        const failed = failedTry(error);
        const delay = failed && attempt <= retries ? retryDelay(failed, attempt, headers) : null;
        if (delay === null) throw error;
        client.logger?.warn('trying again', { ...request, error: error.message, delay });
        await wait(delay, options.signal).catch((reason: unknown) => {
          throw new AbortError(reason);
        });
      }
    }
  }
  return { send, renews };
}

/** One try: waits no longer than its timeout, and tells apart who ended it. */
async function attemptOnce(
  client: ClientOptions,
  outgoing: Outgoing,
  url: string,
  bearer: string | undefined,
): Promise<Response> {
  const { options } = outgoing;
  const timeout = options.timeout ?? client.timeout ?? defaultTimeoutMs;
  const workspace = options.workspace ?? client.workspace;
  const init: RequestInit & { duplex?: 'half' } = {
    method: outgoing.method,
    headers: {
      ...commonHeaders(client),
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(workspace === undefined ? {} : { 'Workspace-Id': workspace }),
      ...outgoing.headers,
      ...options.headers,
    },
    body: outgoing.body,
    signal: options.signal,
    ...(outgoing.body instanceof ReadableStream ? { duplex: 'half' } : {}),
  };
  try {
    return await fetchOnce(url, init, timeout, client.fetch);
  } catch (cause) {
    if (options.signal?.aborted) throw new AbortError(options.signal.reason);
    if (cause instanceof Error && cause.name === 'TimeoutError') throw new TimeoutError(timeout);
    throw new ConnectionError('The platform could not be reached. Check the address and the network.', { cause });
  }
}

/** What an error says about another try; null for what is none of the platform's or the line's. */
function failedTry(error: SdkError): FailedTry | null {
  if (error instanceof ConnectionError) return { status: 0 };
  return error instanceof ApiError ? error : null;
}

async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy's page; the status says what there is to say.
  }
  return toApiError(response.status, body, response.headers);
}

function commonHeaders(client: ClientOptions): Record<string, string> {
  // Browsers send their own, and one of ours would cost a question to the server first.
  return 'document' in globalThis ? {} : { 'User-Agent': client.userAgent ?? 'outreach-sdk' };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
