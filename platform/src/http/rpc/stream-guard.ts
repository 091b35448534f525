import { authenticate, credentialCacheMs } from '#features/identity/session';
import type { App } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { presentedIn } from '../identify.ts';

/** Ends open streams whose credential was revoked, expired or lost its workspace, and all of them when the server stops. */
export interface StreamGuard {
  watch(exchange: Exchange): void;
  stop(): void;
}

/** Looks at the credentials of all open streams as often as the cache of credentials forgets. */
export function startStreamGuard(app: App): StreamGuard {
  const open = new Set<Exchange>();
  const look = async (exchange: Exchange) => {
    try {
      await authenticate(app, presentedIn(exchange));
    } catch (error) {
      app.log.debug({ err: error, requestId: exchange.requestId }, 'a stream ended with its credential');
      exchange.response.destroy();
    }
  };
  const timer = setInterval(() => {
    for (const exchange of open) void look(exchange);
  }, credentialCacheMs).unref();
  return {
    watch(exchange) {
      open.add(exchange);
      exchange.response.once('close', () => open.delete(exchange));
    },
    stop() {
      clearInterval(timer);
      for (const { response } of open) response.destroy();
    },
  };
}
