import { z } from 'zod';
import { buildInput } from './build-input.ts';
import type { Client, Walk } from './client.ts';
import { endingLast } from './ending-last.ts';
import { idsOf } from './ids-of.ts';
import { TraceError } from './trace-error.ts';

/** Every procedure, asked by everybody who can look at a workspace, about things that are there. */
export async function lookAtProcedures(walk: Walk): Promise<void> {
  const called = endingLast(walk.router).filter(({ type }) => type !== 'subscription');
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
