import { z } from 'zod';
import { wholeOf } from './ask.ts';
import { buildInput } from './build-input.ts';
import type { Client, Walk } from './client.ts';
import { idsOf } from './ids-of.ts';
import { proceduresOf } from '#kernel';
import { headersOf } from './look-at-procedures.ts';
import { TraceError } from './trace-error.ts';

/** Every stream, listened to by a page of each client while something happens in both workspaces. */
export async function lookAtStreams(walk: Walk): Promise<void> {
  const streams = proceduresOf(walk.router).filter(({ type }) => type === 'subscription');
  for (const { name, inputs } of streams) {
    const heard = walk.clients.map(async (client) => {
      const ids = await idsOf(walk, client);
      const { input } = buildInput(inputs[0] ?? z.object({}), (kind) => ids[kind]);
      return listen(walk, client, { name, input });
    });
    const texts = await Promise.all(heard);
    walk.clients.forEach((client, index) => walk.inspection.look(client.viewer, `stream ${name}`, texts[index] ?? ''));
  }
}

/** What is heard until an event of the own workspace comes. */
async function listen(
  { installation, ask, signal }: Walk,
  client: Client,
  { name, input }: { name: string; input: unknown },
): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${installation.url}/rpc/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      Authorization: `Bearer ${client.tokens.page}`,
      ...headersOf(client),
    },
    body: JSON.stringify(input),
    signal: AbortSignal.any([signal, stop.signal, AbortSignal.timeout(60_000)]),
  });
  if (!response.ok || !response.body) throw new TraceError(`The stream ${name} was refused with ${response.status}.`);
  let heard = '';
  let told = false;
  const decoder = new TextDecoder();
  for await (const part of response.body) {
    heard += decoder.decode(part, { stream: true });
    if (heard.includes('lead.created')) break;
    // The stream says that it is open before anything happens.
    if (told) continue;
    told = true;
    await ask(client.viewer, '/rpc/leads.create', {
      token: client.tokens.key,
      json: { email: `heard@people.${client.agency.slug}.example` },
      headers: { 'Workspace-Id': client.publicId },
    });
  }
  stop.abort();
  return wholeOf(response, heard);
}
