import type { App } from '#kernel';
import { mayEmbed } from './may-embed.ts';

/** Origins found lately. Only those found: a new session must work at once. */
const found = new WeakMap<App, Map<string, number>>();
const rememberMs = 60_000;

/** Origins that are asked for while a look is under way; they share the next one. */
const waiting = new WeakMap<App, Map<string, ((isKnown: boolean) => void)[]>>();
/** Origins that may wait; who asks beyond is told no. */
const mostWaiting = 1_000;

/**
 * Whether a session of the last day names this origin. Before a browser sends a token it asks whether it may; at that time
 * this is all that can be known. Ended sessions count, so that a page can read the answer that tells it to renew. However many
 * ask, there is one query at a time for all of them.
 */
export async function isEmbeddingOrigin(app: App, origin: string): Promise<boolean> {
  if (mayEmbed(app, [], origin)) return true;
  if ((found.get(app)?.get(origin) ?? 0) > Date.now()) return true;
  const asked = waiting.get(app);
  if (asked && asked.size >= mostWaiting && !asked.has(origin)) return false;
  const queue = asked ?? new Map<string, ((isKnown: boolean) => void)[]>();
  waiting.set(app, queue);
  const answer = new Promise<boolean>((resolve) => queue.set(origin, [...(queue.get(origin) ?? []), resolve]));
  if (!asked) void lookUntilNobodyWaits(app, queue);
  return answer;
}

async function lookUntilNobodyWaits(app: App, queue: Map<string, ((isKnown: boolean) => void)[]>): Promise<void> {
  while (queue.size > 0) {
    const turn = new Map(queue);
    queue.clear();
    const known = await findOrigins(app, [...turn.keys()]).catch((error: unknown) => {
      app.log.warn({ err: error }, 'origins of pages could not be looked up');
      return new Set<string>();
    });
    for (const origin of known) remember(app, origin);
    for (const [origin, resolves] of turn) for (const resolve of resolves) resolve(known.has(origin));
  }
  waiting.delete(app);
}

async function findOrigins(app: App, origins: string[]): Promise<Set<string>> {
  const rows = await app.database.readOrganization<{ origin: string }>(
    `select origin from unnest($1::text[]) as asked(origin)
      where exists (select from embed_session where origins @> array[origin])`,
    [origins],
    'embedding_origins',
  );
  return new Set(rows.map(({ origin }) => origin));
}

function remember(app: App, origin: string): void {
  const known = found.get(app) ?? new Map<string, number>();
  found.set(app, known);
  if (known.size > 10_000) known.clear();
  known.set(origin, Date.now() + rememberMs);
}
