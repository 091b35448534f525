import { fail, type RequestContext } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { identify } from '../identify.ts';
import type { CallWeight } from '../limit-calls.ts';

/** What the procedures of one request are given. */
export async function rpcContext(exchange: Exchange, weight: CallWeight, signal: AbortSignal): Promise<RequestContext> {
  const { app, host, request, requestId, ip } = exchange;
  const idempotencyKey = keyOf(request.headers['idempotency-key']);
  const { principal, workspaceId } = await identify(exchange, weight);
  const userAgent = request.headers['user-agent'] ?? null;
  return { app, requestId, principal, workspaceId, domain: host.domain, ip, userAgent, idempotencyKey, signal };
}

function keyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  return typeof header === 'string' && /^[\x21-\x7e]{1,255}$/.test(header) ? header : fail('idempotency.key_invalid');
}
