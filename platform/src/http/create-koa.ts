import type { AnyTRPCRouter } from '@trpc/server';
import Koa from 'koa';
import { ownHost } from '#features/identity/address';
import { fail, toFailure, traced, type App, type Host, type Route } from '#kernel';
import { answerProblem, setRetryAfter } from './answer-problem.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import type { Exchange } from './exchange.ts';
import { hostCheck } from './host-check.ts';
import { reportFailure } from './report-failure.ts';
import { requestIdOf } from './request-id.ts';
import { answerRoute, send } from './route/answer-route.ts';
import { errorPageRoute, errorPrefix, failurePage, isForPerson } from './route/error-page.ts';
import { detailRoute, isProbe, liveRoute, readyRoute } from './route/health.ts';
import { matchRoutes } from './route/match-route.ts';
import { answerRpc, rpcPrefix } from './rpc/answer-rpc.ts';
import type { StreamGuard } from './rpc/stream-guard.ts';
import { securityHeaders } from './security-headers.ts';
import { embedPrefix, serveEmbed } from './serve-embed.ts';

/** What the host itself answers, beside the features. */
export const ownRoutes: readonly Route[] = [liveRoute, readyRoute, detailRoute, errorPageRoute];

/** Joins everything that answers requests, from the outside in: id and headers, failures, origins, addresses. */
export function createKoa(
  app: App,
  options: { router: AnyTRPCRouter; routes: readonly Route[]; guard: StreamGuard },
): Koa {
  const koa = new Koa({ proxy: app.config.http.trustProxy, maxIpsCount: 1 });
  const setHeaders = securityHeaders(app.config);
  const match = matchRoutes([...ownRoutes, ...options.routes]);
  const embed = serveEmbed(app.config.http.embedRoot);
  const own = ownHost(app);
  const requireHost = hostCheck(app);

  const dispatch = async (exchange: Exchange): Promise<void> => {
    const { method, path } = exchange;
    if (exchange.host.domain?.purpose === 'links' && !path.startsWith(errorPrefix)) return fail('request.not_found');
    if (embed && path.startsWith(embedPrefix)) return embed(exchange);
    await allowOrigin(exchange);
    if (method === 'OPTIONS') return answerPreflight(exchange);
    if (path.startsWith(rpcPrefix)) return answerRpc(exchange, options.router, options.guard);
    const found = match(method, path);
    if (found && !isServedUnder(exchange.host, found.route)) return fail('request.not_found');
    if (found) return answerRoute(exchange, found);
    // People and browsers add slashes.
    const shorter = path.replace(/\/+$/, '');
    if (shorter === path || !match('GET', shorter)) return fail('request.not_found');
    const { query } = exchange;
    return send(exchange, { status: 308, headers: { location: query ? `${shorter}?${query}` : shorter } });
  };

  koa.use(async (ctx) => {
    ctx.respond = false;
    const { req: request, res: response } = ctx;
    const requestId = requestIdOf(request.headers['x-request-id']);
    const { method, path, ip } = ctx;
    const facts = { app, request, response, requestId, ip, method, path, query: ctx.querystring };
    // Nobody's brand, until the name is known.
    let exchange: Exchange = { ...facts, host: own };
    setHeaders(response);
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => app.log.debug({ requestId, method, path, status: response.statusCode }, 'answered'));
    try {
      // Probes ask by whatever address a machine has.
      if (!isProbe(path)) exchange = { ...facts, host: await requireHost(ctx.hostname) };
      await traced({ requestId }, () => dispatch(exchange));
    } catch (error) {
      const failure = toFailure(error);
      reportFailure(exchange, failure);
      if (!isForPerson(exchange) || path.startsWith(rpcPrefix) || response.headersSent)
        return answerProblem(exchange, failure);
      setRetryAfter(response, failure);
      await send(exchange, await failurePage(exchange, failure));
    }
  });
  return koa;
}

/** Whether an address is there under a name: pages only under names of apps, and calls under those of the API, too. */
function isServedUnder({ domain }: Host, route: Route): boolean {
  if (!domain || route.auth === 'workspace' || route.under === 'all') return true;
  return route.under !== 'none' && domain.purpose === 'app';
}
