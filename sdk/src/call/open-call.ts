import type { ResponseInfo } from '../options.ts';
import type { Call, List, Page } from './call.ts';
import { readStream } from './read-stream.ts';
import { request, type Invocation } from './request.ts';

interface Outcome {
  data: unknown;
  response: ResponseInfo;
}

/** What a call is while nobody knows yet whether it is a list. */
export type AnyCall = Call<unknown> & Omit<List<unknown>, keyof Call<unknown>>;

/**
 * Sends a call. Every procedure is asked by POST: inputs may hold personal data and do not belong in URLs, and so the client need
 * not know which are queries. Nor need it know which are lists or streams: it shows when the answer is iterated. Each call carries
 * an idempotency key, the same for all its tries; the platform uses it where something changes.
 *
 * A call is sent even if nobody awaits it; iterating it at once makes it a list or a stream instead.
 */
export function openCall(invocation: Invocation): AnyCall {
  let sent: Promise<Outcome> | undefined;
  let iterated = false;
  const send = () => (sent ??= sendCall(invocation));
  queueMicrotask(() => {
    if (!iterated) void send();
  });
  const data = () => send().then((outcome) => outcome.data);

  async function* pages(): AsyncGenerator<Page<unknown>> {
    iterated = true;
    let page = (await data()) as Page<unknown>; // only lists are typed to have pages
    yield page;
    while (page.nextCursor !== null) {
      const { idempotencyKey: _first, ...options } = invocation.options;
      const next = { ...invocation, options, input: { ...invocation.input, cursor: page.nextCursor } };
      page = (await sendCall(next)).data as Page<unknown>; // a page of the same list
      yield page;
    }
  }

  async function* iterate(): AsyncGenerator {
    if (sent) return yield* itemsOf(pages());
    const response = await request(invocation, { Accept: 'text/event-stream, application/json' });
    if (isStream(response)) return yield* readStream(invocation, response);
    sent = outcomeOf(response);
    yield* itemsOf(pages());
  }

  const call: AnyCall = {
    // oxlint-disable-next-line unicorn/no-thenable -- a call is a promise that can do more
    then: (onData, onError) => data().then(onData, onError),
    catch: (onError) => data().catch(onError),
    finally: (onEnd) => data().finally(onEnd),
    withResponse: send,
    pages,
    async toArray({ limit }) {
      const items: unknown[] = [];
      if (limit <= 0) return items;
      for await (const item of call) if (items.push(item) >= limit) break;
      return items;
    },
    [Symbol.asyncIterator]() {
      iterated = true;
      return iterate();
    },
    [Symbol.toStringTag]: 'Call',
  };
  return call;
}

async function* itemsOf(pages: AsyncIterable<Page<unknown>>): AsyncGenerator {
  for await (const page of pages) yield* page.items;
}

async function sendCall(invocation: Invocation): Promise<Outcome> {
  return outcomeOf(await request(invocation, { Accept: 'application/json' }));
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (isStream(response)) {
    await response.body?.cancel();
    throw new TypeError('This procedure is a stream: read it with `for await`.');
  }
  const body = (await response.json()) as { result: { data: unknown } }; // the platform's envelope, checked before it left
  const { headers, status } = response;
  const requestId = headers.get('x-request-id') ?? '';
  return {
    data: body.result.data,
    response: { status, requestId, headers, replayed: headers.get('idempotent-replayed') === 'true' },
  };
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}
