import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure, fail, openScope, requirePermission, type RouteAnswer, type RouteRequest } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { refusePacked } from '../read-json.ts';
import { identify } from '../identify.ts';
import { requireCall } from '../require-call.ts';
import { sendJson } from '../send-json.ts';
import type { Match } from './match-route.ts';

/** How long the next part of a file may take to come. */
const stallMs = 60_000;

/** Answers a plain address of a feature. */
export async function answerRoute(exchange: Exchange, { route, params }: Match): Promise<void> {
  const { app, host, request, response, ip, requestId, query } = exchange;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const given: RouteRequest = {
    host,
    params,
    isHead: exchange.method === 'HEAD',
    query: new URLSearchParams(query),
    headers: request.headers,
    body: request,
    ip,
    requestId,
    signal: gone.signal,
  };
  if (route.auth === 'none') return send(exchange, await route.handle(app, given));
  requireCall(exchange);
  const { principal, workspaceId } = await identify(exchange);
  if (!principal) fail('auth.required');
  if (!workspaceId) fail('auth.workspace_required');
  requirePermission(principal, route.permission);
  refusePacked(request);
  // Ends the connection of a file that has stopped coming.
  if (route.method === 'POST') request.setTimeout(stallMs);
  return send(exchange, await route.handle(openScope(app, workspaceId, principal), given));
}

/** Writes what a route answers. */
export async function send(exchange: Exchange, answer: RouteAnswer): Promise<void> {
  const { response, method } = exchange;
  const { body } = answer;
  response.statusCode = answer.status ?? (body === undefined ? 204 : 200);
  const isData = typeof body === 'object' && !(body instanceof Readable) && !(body instanceof Uint8Array);
  if (isData) response.setHeader('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (body instanceof Readable) {
    if (method === 'HEAD') body.destroy();
    else return sendStream(exchange, body);
  }
  if (isData && method !== 'HEAD') return sendJson(exchange, JSON.stringify(body));
  response.end(method === 'HEAD' || isData || body instanceof Readable ? undefined : body);
}

/** Writes a stream as it comes. @throws `request.aborted` where the caller goes away before its end */
async function sendStream({ response }: Exchange, body: Readable): Promise<void> {
  let left = false;
  // Where the stream itself breaks, it is the first that ends.
  response.once('close', () => (left = !response.writableFinished && !body.destroyed));
  try {
    await pipeline(body, response);
  } catch (error) {
    throw left ? new Failure('request.aborted', { cause: error }) : error;
  }
}
