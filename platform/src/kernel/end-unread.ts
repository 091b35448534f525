import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a body may still come after the answer, so that a caller who is sending it can read why it was refused. */
const lingerMs = 1_000;

/**
 * Ends the connection of a request that was answered before its body had arrived: too large, too slow, or not wanted. Nothing
 * waits for the rest of it.
 */
export function endUnread(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (length === undefined && coding === undefined) return;
  response.once('finish', () => {
    if (!request.complete) setTimeout(() => request.complete || request.socket.destroy(), lingerMs).unref();
  });
}
