import { ownAddress } from '#features/identity/address';
import { authenticate, type Caller, type Presented } from '#features/identity/session';
import { Failure } from '#kernel';
import { denyOrigin } from './cross-origin.ts';
import type { Exchange } from './exchange.ts';
import { limitCalls, oneCall } from './limit-calls.ts';

/** The parts of a request that say who is calling. */
export function presentedIn({ app, host, request, ip }: Exchange): Presented {
  const { authorization, origin } = request.headers;
  const workspace = request.headers['workspace-id'];
  const site = request.headers['sec-fetch-site'];
  return {
    authorization,
    workspaceHeader: Array.isArray(workspace) ? workspace[0] : workspace,
    // Browsers leave Origin out of plain GETs within one origin and say so here.
    origin:
      origin ??
      (site === 'same-origin' ? new URL(host.domain ? host.url : ownAddress(app.config, 'api')).origin : undefined),
    // Only browsers say this, and no script can take it away or make it up.
    fromPage: site !== undefined,
    domain: host.domain,
    ip,
    userAgent: request.headers['user-agent'] ?? null,
  };
}

/** Finds out who is calling and counts the call; a page that may not use its session cannot even read that. */
export async function identify(exchange: Exchange, weight = oneCall): Promise<Caller> {
  const caller = await authenticate(exchange.app, presentedIn(exchange)).catch(async (error: unknown) => {
    if (error instanceof Failure && error.code === 'auth.origin_not_allowed') denyOrigin(exchange);
    // Whoever tries credentials is counted by their address, so that trying has an end.
    await limitCalls(exchange, null, weight);
    throw error;
  });
  await limitCalls(exchange, caller.principal, weight);
  return caller;
}
