import {
  AbortError,
  ConnectionError,
  isTabardError,
  TabardError,
  TimeoutError,
  type ApiError,
} from '../errors/errors.ts';
import { toApiError } from '../errors/to-api-error.ts';
import type { CallOptions, ClientOptions, SentRequest } from '../options.ts';
import { retryDelay, wait } from './retry.ts';

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
}

const defaultTimeoutMs = 30_000;
const defaultRetries = 2;

export function createTransport(client: ClientOptions, checkToken: (token: string) => void): Transport {
  const base = client.baseUrl.replace(/\/+$/, '');
  let refused: string | undefined;

  async function token(): Promise<string | undefined> {
    const given =
      typeof client.token === 'function' ? await client.token({ refused }) : (client.token ?? client.apiKey);
    if (given !== undefined) checkToken(given);
    return given;
  }

  async function send(outgoing: Outgoing): Promise<Response> {
    const { options, repeatable = true } = outgoing;
    const retries = repeatable ? (options.maxRetries ?? client.maxRetries ?? defaultRetries) : 0;
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const request: SentRequest = { method: outgoing.method, url: base + outgoing.path, attempt };
      const started = Date.now();
      let headers: Headers | null = null;
      try {
        const bearer = await token();
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
        if (error.code === 'auth.invalid_token' && typeof client.token === 'function' && !renewed && repeatable) {
          renewed = true;
          refused = bearer;
          attempt--;
          continue;
        }
        throw error;
      } catch (cause) {
        const error = isTabardError(cause) ? cause : new TabardError(messageOf(cause), { cause });
        client.hooks?.error?.(request, error);
        const delay = attempt <= retries ? retryDelay(error, attempt, headers) : null;
        if (delay === null) throw error;
        client.logger?.warn('trying again', { ...request, error: error.message, delay });
        await wait(delay, options.signal).catch((reason: unknown) => {
          throw new AbortError(reason);
        });
      }
    }
  }
  return { send };
}

/** One try: waits no longer than its timeout, and tells apart who ended it. */
async function attemptOnce(
  client: ClientOptions,
  outgoing: Outgoing,
  url: string,
  bearer: string | undefined,
): Promise<Response> {
  const { options } = outgoing;
  const doFetch = client.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const timeout = options.timeout ?? client.timeout ?? defaultTimeoutMs;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  const signals = options.signal ? [options.signal, late.signal] : [late.signal];
  const workspace = options.workspace ?? client.workspace;
  try {
    const response = await doFetch(url, {
      method: outgoing.method,
      headers: {
        ...commonHeaders(client),
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(workspace === undefined ? {} : { 'Workspace-Id': workspace }),
        ...outgoing.headers,
        ...options.headers,
      },
      body: outgoing.body,
      signal: AbortSignal.any(signals),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      ...(outgoing.body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });
    // Data is read here, so that it is waited for no longer than its head, and a broken answer is asked for again.
    const isData = response.headers.get('content-type')?.includes('json');
    return isData ? new Response(await response.arrayBuffer(), response) : response;
  } catch (cause) {
    if (options.signal?.aborted) throw new AbortError(options.signal.reason);
    if (late.signal.aborted) throw new TimeoutError(timeout);
    throw new ConnectionError('The platform could not be reached. Check the address and the network.', { cause });
  } finally {
    clearTimeout(timer);
  }
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
