import { bodyOfError, eventsOf } from '../call/events-of.ts';
import type { StreamOptions } from './create-embed-client.ts';
import type { Sent } from './send.ts';
import { errorOf } from './wire-error.ts';

/** Reads the items of one connection; its end is the end. @throws WireError where the platform says why it ends */
async function* readEvents(response: Response, signal?: AbortSignal): AsyncGenerator {
  for await (const event of eventsOf(response, signal)) {
    if (event.event === 'return') return;
    if (event.event === 'serialized-error') {
      const { status, body } = bodyOfError(event);
      throw await errorOf(new Response(JSON.stringify({ error: body }), { status }));
    }
    if (event.event === 'message') yield JSON.parse(event.data);
  }
}

/** Opens a stream and reads its items; the head of its answer is the sign that it stands. @throws as `readEvents` does */
export async function* readStream(
  call: (sent: Partial<Sent>) => Promise<Response>,
  { signal, onOpen }: StreamOptions = {},
): AsyncGenerator {
  const response = await call({ signal, retries: 0, headers: { Accept: 'text/event-stream' } });
  onOpen?.();
  yield* readEvents(response, signal);
}
