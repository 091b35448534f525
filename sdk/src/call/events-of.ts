import { AbortError } from '../errors/errors.ts';
import { parseEvents, type ServerEvent } from './parse-events.ts';

/** A stream that says nothing, not even that it is alive, for this long is given up. */
const assumedSilenceMs = 60_000;

/** The events of one connection; it ends when the connection does, or when it stays silent for too long. */
export async function* eventsOf(response: Response, signal?: AbortSignal): AsyncGenerator<ServerEvent> {
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

/** The error an event of a stream carries. */
export function bodyOfError({ data }: ServerEvent): { status: number; body: unknown } {
  const body: unknown = JSON.parse(data);
  const status = (body as { data?: { status?: number } } | null)?.data?.status; // the platform's own error shape
  return { status: status ?? 500, body };
}
