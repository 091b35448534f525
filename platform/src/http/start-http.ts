import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyTRPCRouter } from '@trpc/server';
import { endUnread, type App, type FastRoute, type Route } from '#kernel';
import { createKoa } from './create-koa.ts';
import { StreamGuard } from './rpc/stream-guard.ts';

/** A listening server. */
export interface HttpServer {
  /** Where it listens; `PUBLIC_URL` is where the world reaches it. */
  url: string;
  /** Takes no new requests, lets running ones end, and closes streams. */
  stop(): Promise<void>;
}

/** How long running requests may take to end when the server stops. */
const graceMs = 10_000;

/** Opens the platform's one HTTP server. */
export async function startHttp(
  app: App,
  parts: { router: AnyTRPCRouter; routes: readonly Route[]; fastRoutes: readonly FastRoute[] },
): Promise<HttpServer> {
  if (app.config.http.embedDevelopment)
    app.log.warn('EMBED_DEVELOPMENT is on: every page of this computer may use embed sessions and API keys');
  const guard = new StreamGuard(app);
  const fast = parts.fastRoutes.map((route) => ({ prefixes: route.prefixes, ...route.start(app) }));
  const answer = createKoa(app, { ...parts, guard }).callback();
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    endUnread(request, response);
    for (const route of fast)
      if (route.prefixes.some((prefix) => url.startsWith(prefix))) return route.answer(request, response);
    return void answer(request, response);
  });
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  // Long enough for a large upload on a slow line; every other body has a shorter patience, see readBody and endUnread.
  server.requestTimeout = 1_800_000;
  const { host, port } = app.config.http;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: urlOf(server),
    async stop() {
      guard.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
      await Promise.all(fast.map((route) => route.stop()));
    },
  };
}

function urlOf(server: Server): string {
  // An address of a TCP server that listens is an AddressInfo.
  const { address, family, port } = server.address() as AddressInfo;
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address) ? 'localhost' : address;
  return `http://${family === 'IPv6' && host === address ? `[${host}]` : host}:${port}`;
}
