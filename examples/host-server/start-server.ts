import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Listens on this machine until it is told to end. What an answer throws is logged and never shown. */
export function startServer(name: string, port: number, answer: Answer): void {
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('Something went wrong. Try again in a moment.');
    });
  });
  server.listen(port, '127.0.0.1', () => console.log(`${name} on http://localhost:${port}`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
}
