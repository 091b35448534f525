import type { AnyTRPCRouter } from '@trpc/server';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { fail, failureOf } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { parseJson, readText, requireJson } from '../read-json.ts';
import { reportFailure } from '../report-failure.ts';
import { sendJson } from '../send-json.ts';
import { answerRpcError } from './answer-call.ts';
import { rpcContext } from './rpc-context.ts';
import { weighCalls } from './weigh-calls.ts';

/** Calls in one request. */
const maxBatch = 20;

/** Answers batches by tRPC's own adapter, after the same limits as single calls. */
export async function answerBatch(
  exchange: Exchange,
  { router, path }: { router: AnyTRPCRouter; path: string },
): Promise<void> {
  const { app, request, response, method, query } = exchange;
  try {
    if (path.split(',').length > maxBatch) fail('request.batch_too_large');
    const input = new URLSearchParams(query).get('input') ?? '';
    if (method === 'GET') parseJson(input);
    else {
      const text = await readText(request, app.config.http.bodyLimit);
      requireJson(request);
      parseJson(text);
      // The adapter takes a body that was read already from here.
      Object.assign(request, { body: text === '' ? '{}' : text });
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const ctx = await rpcContext(
      exchange,
      weighCalls(path.split(',').map((each) => router._def.procedures[each])),
      gone.signal,
    );
    response.statusCode = 200;
    sendTogether(exchange);
    await nodeHTTPRequestHandler({
      router,
      path,
      req: request,
      res: response,
      createContext: async () => ctx,
      allowMethodOverride: true,
      maxBatchSize: maxBatch,
      responseMeta: () => ({
        headers: new Headers({ Vary: 'Origin', ...(ctx.replayed && { 'Idempotent-Replayed': 'true' }) }),
      }),
      onError: ({ error }) => reportFailure(exchange, failureOf(error)),
    });
  } catch (error) {
    answerRpcError(exchange, error, { router, path });
  }
}

/** What tRPC's adapter writes leaves as one answer, packed like any other; a caller who asked for the answers one by one gets them so. */
function sendTogether(exchange: Exchange): void {
  const { request, response } = exchange;
  if (request.headers['trpc-accept'] === 'application/jsonl') return;
  const parts: Uint8Array[] = [];
  const end = response.end.bind(response);
  response.write = (part: unknown) => parts.push(Buffer.from(part as Uint8Array)) > 0;
  response.end = (last?: unknown) => {
    response.end = end;
    // What goes wrong in between is an answer of its own.
    if (last !== undefined) return end(last);
    sendJson(exchange, Buffer.concat(parts).toString());
    return response;
  };
}
