import { AbortError, isTabardError } from '../errors/errors.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { backoff, wait } from '../transport/retry.ts';
import { request, type Invocation } from './request.ts';
import { parseEvents, type ServerEvent } from './parse-events.ts';

/** A stream that says nothing, not even that it is alive, for this long is opened anew. */
const assumedSilenceMs = 60_000;

/**
 * Reads a stream for as long as it is wanted. When the connection is lost it is opened again where the last event left off;
 * only an answer that will not change (not allowed, not there) or the end that the platform itself announces ends it.
 */
export async function* readStream(invocation: Invocation, first: Response): AsyncGenerator {
  const { signal } = invocation.options;
  let response: Response | null = first;
  let lastEventId: string | null = null;
  for (let attempt = 1; ; attempt++) {
    try {
      response ??= await reopen(invocation, lastEventId);
      for await (const event of eventsOf(response, signal)) {
        attempt = 1;
        if (event.id) lastEventId = event.id;
        if (event.event === 'return') return;
        if (event.event === 'serialized-error') throw errorIn(event);
        if (event.event === 'message') yield JSON.parse(event.data);
      }
    } catch (error) {
      if (signal?.aborted) throw new AbortError(signal.reason);
      if (isTabardError(error) && !error.retryable) throw error;
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

/** The events of one connection; it ends when the connection does, or when it stays silent for too long. */
async function* eventsOf(response: Response, signal?: AbortSignal): AsyncGenerator<ServerEvent> {
  if (!response.body) return;
  const reader = response.body.getReader();
  let silence = assumedSilenceMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, silence);
  };
  try {
    heard();
    for await (const event of parseEvents(reader, heard)) {
      if (event.event === 'connected') silence = silenceIn(event) ?? silence;
      else if (event.event !== 'ping') yield event;
    }
    if (signal?.aborted) throw new AbortError(signal.reason);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** The platform says how long it may be silent. */
function silenceIn({ data }: ServerEvent): number | undefined {
  return (JSON.parse(data || '{}') as { reconnectAfterInactivityMs?: number }).reconnectAfterInactivityMs; // the platform's own greeting
}

function errorIn({ data }: ServerEvent): Error {
  const body: unknown = JSON.parse(data);
  const status = (body as { data?: { status?: number } } | null)?.data?.status; // the platform's own error shape
  return toApiError(status ?? 500, { error: body });
}
