/** One event of a text/event-stream. */
export interface ServerEvent {
  event: string;
  data: string;
  id: string | null;
}

/** Reads events off a body, in the format of the HTML standard; `onChunk` is told about every sign of life. */
export async function* parseEvents(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onChunk: () => void,
): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  let event = emptyEvent();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onChunk();
    rest += decoder.decode(value, { stream: true });
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') readLine(event, line);
      else if (event.fields > 0) {
        yield { event: event.event, data: event.data.join('\n'), id: event.id };
        event = emptyEvent();
      }
    }
  }
}

interface OpenEvent {
  event: string;
  data: string[];
  id: string | null;
  fields: number;
}

function emptyEvent(): OpenEvent {
  return { event: 'message', data: [], id: null, fields: 0 };
}

function readLine(event: OpenEvent, line: string): void {
  const colon = line.indexOf(':');
  if (colon === 0) return;
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'event') event.event = value;
  else if (field === 'data') event.data.push(value);
  else if (field === 'id') event.id = value;
  else return;
  event.fields++;
}
