import type { App } from '#kernel';
import { mayEmbed } from './may-embed.ts';

/** Origins found lately. Only those found: a new session must work at once. */
const found = new WeakMap<App, Map<string, number>>();
const rememberMs = 60_000;

/**
 * Whether a session of the last day names this origin. Before a browser sends a token it asks whether it may; at that time
 * this is all that can be known. Ended sessions count, so that a page can read the answer that tells it to renew.
 */
export async function isEmbeddingOrigin(app: App, origin: string): Promise<boolean> {
  if (mayEmbed(app, [], origin)) return true;
  const known = found.get(app) ?? new Map<string, number>();
  found.set(app, known);
  const now = Date.now();
  if ((known.get(origin) ?? 0) > now) return true;
  const rows = await app.database.readControl(
    'select from embed_session where origins @> array[$1]::text[] limit 1',
    [origin],
    'embedding_origin',
  );
  if (rows.length === 0) return false;
  if (known.size > 10_000) known.clear();
  known.set(origin, now + rememberMs);
  return true;
}
