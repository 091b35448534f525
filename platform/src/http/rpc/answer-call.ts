import { getTRPCErrorShape, TRPCError, type AnyTRPCProcedure, type AnyTRPCRouter } from '@trpc/server';
import { failureOf, toFailure, type Failure, type RequestContext } from '#kernel';
import { setRetryAfter } from '../answer-problem.ts';
import type { Exchange } from '../exchange.ts';
import { parseJson, readText, requireJson } from '../read-json.ts';
import { reportFailure } from '../report-failure.ts';
import { sendJson } from '../send-json.ts';
import { rpcContext } from './rpc-context.ts';
import { weighCalls } from './weigh-calls.ts';

/** A procedure and the name it was called by. */
export interface Call {
  router: AnyTRPCRouter;
  procedure: AnyTRPCProcedure;
  path: string;
}

/**
 * Answers one query or mutation in tRPC's wire format. tRPC's own adapter turns each request into a fetch Request and back, which
 * costs several times what everything else here does; this calls the same procedure directly. The tests hold both to the same answers.
 */
export async function answerCall(exchange: Exchange, call: Call): Promise<void> {
  const { response } = exchange;
  const { procedure, path } = call;
  const gone = new AbortController();
  response.once('close', () => response.writableEnded || gone.abort());
  let ctx: RequestContext | undefined;
  try {
    const input = await readInput(exchange);
    ctx = await rpcContext(exchange, weighCalls([procedure]), gone.signal);
    const data: unknown = await procedure({
      path,
      getRawInput: async () => input,
      ctx,
      type: procedure._def.type,
      signal: gone.signal,
      batchIndex: 0,
    });
    if (ctx.replayed) response.setHeader('Idempotent-Replayed', 'true');
    response.statusCode = 200;
    sendJson(exchange, JSON.stringify({ result: { data } }));
  } catch (error) {
    answerRpcError(exchange, error, { router: call.router, path, ctx, type: procedure._def.type });
  }
}

/** The input of a call, from its body or, for what changes nothing, its address. */
export async function readInput({ app, request, method, query }: Exchange): Promise<unknown> {
  if (method === 'GET') return parseJson(new URLSearchParams(query).get('input') ?? '');
  const text = await readText(request, app.config.http.bodyLimit);
  if (text !== '') requireJson(request);
  return parseJson(text);
}

interface ErrorPlace {
  router: AnyTRPCRouter;
  path?: string;
  ctx?: RequestContext;
  type?: 'query' | 'mutation' | 'subscription';
}

/** Answers an error in tRPC's wire format, with the body of the vocabulary. */
export function answerRpcError(exchange: Exchange, cause: unknown, place: ErrorPlace): void {
  const { response } = exchange;
  const error = toTrpcError(cause);
  const failure = failureOf(error);
  reportFailure(exchange, failure);
  if (response.destroyed) return;
  setRetryAfter(response, failure);
  response.statusCode = failure.status;
  sendJson(exchange, JSON.stringify({ error: shapeOf(exchange, error, place) }));
}

/** An error as tRPC's wire format carries it. */
export function shapeOf({ requestId, app, ip }: Exchange, error: TRPCError, place: ErrorPlace): unknown {
  // Failures before there was a context still carry the request's id.
  const ctx: RequestContext = place.ctx ?? {
    app,
    requestId,
    ip,
    principal: null,
    workspaceId: null,
    idempotencyKey: null,
  };
  return getTRPCErrorShape({
    config: place.router._def._config,
    error,
    type: place.type ?? 'unknown',
    path: place.path,
    input: undefined,
    ctx,
  });
}

/** The nearest of tRPC's own codes; the vocabulary's code stands in the error's data. */
const trpcCodes: Record<number, TRPCError['code']> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  499: 'CLIENT_CLOSED_REQUEST',
  503: 'SERVICE_UNAVAILABLE',
  504: 'GATEWAY_TIMEOUT',
};

/** A failure as tRPC carries errors. */
export function toTrpcError(cause: unknown): TRPCError {
  if (cause instanceof TRPCError) return cause;
  const failure: Failure = toFailure(cause);
  return new TRPCError({
    code: trpcCodes[failure.status] ?? 'INTERNAL_SERVER_ERROR',
    message: failure.message,
    cause: failure,
  });
}
