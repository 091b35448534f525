import { once } from 'node:events';
import { isTrackedEnvelope } from '@trpc/server';
import { failureOf, type RequestContext } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { reportFailure } from '../report-failure.ts';
import { answerRpcError, readInput, shapeOf, toTrpcError, type Call } from './answer-call.ts';
import { rpcContext } from './rpc-context.ts';
import type { StreamGuard } from './stream-guard.ts';
import { weighCalls } from './weigh-calls.ts';

/**
 * Answers a stream in the events of tRPC's wire format, as they come. tRPC's own adapter keeps three streams of the platform's kind and
 * their buffers for each one of ours, which is most of what an open stream weighs.
 */
export async function answerStream(exchange: Exchange, call: Call, guard: StreamGuard): Promise<void> {
  const { response } = exchange;
  const { router, procedure, path } = call;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  let ctx: RequestContext | undefined;
  let events: AsyncIterable<unknown>;
  try {
    const input = resumed(exchange, await readInput(exchange));
    ctx = await rpcContext(exchange, weighCalls([procedure]), gone.signal);
    guard.watch(exchange, ctx);
    // What a procedure of this type gives.
    events = (await procedure({
      path,
      getRawInput: async () => input,
      ctx,
      type: 'subscription',
      signal: gone.signal,
      batchIndex: 0,
    })) as AsyncIterable<unknown>;
  } catch (error) {
    return answerRpcError(exchange, error, { router, path, ctx, type: 'subscription' });
  }
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  });
  await send(exchange, `event: connected\ndata: ${JSON.stringify(router._def._config.sse?.client ?? {})}\n\n`);
  try {
    for await (const event of events) await send(exchange, textOf(event));
    await send(exchange, 'event: return\ndata: \n\n');
  } catch (cause) {
    if (gone.signal.aborted) return;
    const error = toTrpcError(cause);
    reportFailure(exchange, failureOf(error));
    const shape = shapeOf(exchange, error, { router, path, ctx, type: 'subscription' });
    await send(exchange, `event: serialized-error\ndata: ${JSON.stringify(shape)}\n\n`);
  } finally {
    response.end();
  }
}

/** A stream that is opened again goes on after the last event it had, which its header says or, where headers cannot be, its address. */
function resumed({ request, query }: Exchange, input: unknown): unknown {
  const header = request.headers['last-event-id'];
  const asked = new URLSearchParams(query);
  const lastEventId = header ?? asked.get('lastEventId') ?? asked.get('Last-Event-Id');
  if (!lastEventId) return input;
  return { ...(typeof input === 'object' ? input : {}), lastEventId };
}

function textOf(event: unknown): string {
  if (!isTrackedEnvelope(event)) return `data: ${JSON.stringify(event)}\n\n`;
  const [id, data] = event;
  return `data: ${JSON.stringify(data)}\nid: ${id}\n\n`;
}

/** Waits while the caller does not read on. */
async function send({ response }: Exchange, text: string): Promise<void> {
  if (response.destroyed || response.write(text)) return;
  const closed = new AbortController();
  const onClose = () => closed.abort();
  response.once('close', onClose);
  await once(response, 'drain', { signal: closed.signal }).catch(() => undefined);
  response.off('close', onClose);
}
