import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';
import { Failure } from '#kernel';
import type { Exchange } from '../exchange.ts';
import { requireCall } from '../require-call.ts';
import { answerBatch } from './answer-batch.ts';
import { answerCall, answerRpcError } from './answer-call.ts';
import { answerStream } from './answer-stream.ts';
import type { StreamGuard } from './stream-guard.ts';

/** Where the procedures are. */
export const rpcPrefix = '/rpc/';

/**
 * Answers `/rpc/<noun>.<verb>`. Queries and streams may be asked by GET or by POST: a POST keeps inputs, which may hold personal
 * data, out of URLs and their logs. Mutations are POST only.
 */
export async function answerRpc(exchange: Exchange, router: AnyTRPCRouter, guard: StreamGuard): Promise<void> {
  requireCall(exchange);
  const { method, query, response } = exchange;
  const path = exchange.path.slice(rpcPrefix.length);
  if (/(?:^|&)batch=1(?:&|$)/.test(query)) return answerBatch(exchange, { router, path });
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
  if (!procedure) return answerRpcError(exchange, new Failure('request.not_found'), { router, path });
  const { type } = procedure._def;
  if (method !== 'POST' && (method !== 'GET' || type === 'mutation')) {
    response.setHeader('Allow', type === 'mutation' ? 'POST' : 'GET, POST');
    return answerRpcError(exchange, new Failure('request.method_not_allowed'), { router, path, type });
  }
  if (type === 'subscription') return answerStream(exchange, { router, procedure, path }, guard);
  return answerCall(exchange, { router, procedure, path });
}
