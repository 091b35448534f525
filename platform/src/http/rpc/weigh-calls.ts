import type { AnyTRPCProcedure } from '@trpc/server';
import type { ProcedureMeta } from '#kernel';
import type { CallWeight } from '../limit-calls.ts';

/** What a request for these procedures weighs; one that does not exist is a call, too. */
export function weighCalls(procedures: readonly (AnyTRPCProcedure | undefined)[]): CallWeight {
  const metas = procedures.map((procedure) => procedure?._def.meta as ProcedureMeta | undefined); // set by the base procedures
  return { calls: procedures.length, minted: metas.filter((meta) => meta?.mints).length };
}
