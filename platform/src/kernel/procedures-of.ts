import type { AnyTRPCRouter } from '@trpc/server';
import type { z } from 'zod';
import type { ProcedureMeta } from './rpc.ts';

/** A procedure, as a router knows it without calling it. */
export interface KnownProcedure {
  /** Its path, such as `leads.list`. */
  name: string;
  type: 'query' | 'mutation' | 'subscription';
  meta?: ProcedureMeta;
  inputs: z.ZodObject[];
  output?: z.ZodType;
}

/** Every procedure of a router, by name. */
export function proceduresOf(router: AnyTRPCRouter): KnownProcedure[] {
  const known = router._def.procedures as Record<string, { _def: Omit<KnownProcedure, 'name'> }>; // tRPC keeps them untyped
  return Object.entries(known)
    .map(([name, { _def }]) => ({ name, type: _def.type, meta: _def.meta, inputs: _def.inputs, output: _def.output }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
