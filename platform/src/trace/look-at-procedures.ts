import type { AnyTRPCRouter } from '@trpc/server';
import { z } from 'zod';
import type { ProcedureMeta } from '#kernel';
import { buildInput } from './build-input.ts';
import type { Client, Walk } from './client.ts';
import { idsOf } from './ids-of.ts';
import { TraceError } from './trace-error.ts';

/** A procedure, as a router knows it. */
export interface Procedure {
  name: string;
  type: 'query' | 'mutation' | 'subscription';
  meta?: ProcedureMeta;
  inputs: z.ZodType[];
}

/** Verbs after which a thing, or the caller's own session, is no longer there. */
const ending = /\.(?:archive|remove|revoke|cancel|complete|signOut|end)/;

/** Every procedure of a router; what ends a thing comes after what looks at it. */
export function proceduresOf(router: AnyTRPCRouter): Procedure[] {
  const known = router._def.procedures as unknown as Record<string, { _def: Omit<Procedure, 'name'> }>; // tRPC types it by path
  return Object.entries(known)
    .map(([name, { _def }]) => ({ name, type: _def.type, meta: _def.meta, inputs: _def.inputs }))
    .toSorted((one, other) => Number(ending.test(one.name)) - Number(ending.test(other.name)));
}

/** Every procedure, asked by everybody who can look at a workspace, about things that are there. */
export async function lookAtProcedures(walk: Walk): Promise<void> {
  const called = proceduresOf(walk.router).filter(({ type }) => type !== 'subscription');
  const answered = new Set<string>();
  for (const client of walk.clients) {
    const ids = await idsOf(walk, client);
    for (const { name, inputs } of called) {
      const { input } = buildInput(inputs[0] ?? z.object({}), (kind) => ids[kind]);
      for (const token of Object.values(client.tokens)) {
        const { status } = await walk.ask(client.viewer, `/rpc/${name}`, {
          token,
          json: input,
          headers: headersOf(client),
        });
        if (status === 200) answered.add(name);
      }
    }
  }
  if (answered.size < called.length / 2)
    throw new TraceError(`Only ${answered.size} of ${called.length} procedures could be asked with success.`);
}

/** What a page of the client's says beside its token. */
export const headersOf = ({ publicId, portal }: Client): Record<string, string> => ({
  'Workspace-Id': publicId,
  Origin: portal,
});
