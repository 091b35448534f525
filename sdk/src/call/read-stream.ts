import { AbortError, AuthenticationError, isSdkError } from '../errors/errors.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { backoff, wait } from '../transport/retry.ts';
import { request, type Invocation } from './request.ts';
import { bodyOfError, eventsOf } from './events-of.ts';
import type { ServerEvent } from './parse-events.ts';

/**
 * Reads a stream for as long as it is wanted. When the connection is lost it is opened again where the last event left off;
 * only an answer that will not change (not allowed, not there) or the end that the platform itself announces ends it.
 */
export async function* readStream(invocation: Invocation, first: Response): AsyncGenerator {
  const { signal } = invocation.options;
  let response: Response | null = first;
  let lastEventId: string | null = null;
  for (let attempt = 1; ; attempt++) {
    let open = false;
    try {
      response ??= await reopen(invocation, lastEventId);
      open = true;
      for await (const event of eventsOf(response, signal)) {
        attempt = 1;
        if (event.id) lastEventId = event.id;
        if (event.event === 'return') return;
        if (event.event === 'serialized-error') throw errorIn(event);
        if (event.event === 'message') yield JSON.parse(event.data);
      }
    } catch (error) {
      if (signal?.aborted) throw new AbortError(signal.reason);
      // An open stream ends with its token, and the next one gets a new token. One that does not even open will not get better.
      const renewable = open && error instanceof AuthenticationError && invocation.transport.renews;
      if (isSdkError(error) && !error.retryable && !renewable) throw error;
    }
    response = null;
    await wait(backoff(attempt), signal).catch((reason: unknown) => {
      throw new AbortError(reason);
    });
  }
}

function reopen(invocation: Invocation, lastEventId: string | null): Promise<Response> {
  return request(invocation, {
    Accept: 'text/event-stream',
    ...(lastEventId === null ? {} : { 'Last-Event-ID': lastEventId }),
  });
}

function errorIn(event: ServerEvent): Error {
  const { status, body } = bodyOfError(event);
  return toApiError(status, { error: body });
}
