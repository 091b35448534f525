import { bodyOfError, eventsOf } from '../call/events-of.ts';
import { errorOf } from './wire-error.ts';

/** Reads the items of one connection; its end is the end. @throws WireError where the platform says why it ends */
export async function* readEvents(response: Response, signal?: AbortSignal): AsyncGenerator {
  for await (const event of eventsOf(response, signal)) {
    if (event.event === 'return') return;
    if (event.event === 'serialized-error') {
      const { status, body } = bodyOfError(event);
      throw await errorOf(new Response(JSON.stringify({ error: body }), { status }));
    }
    if (event.event === 'message') yield JSON.parse(event.data);
  }
}
