import type {
  RecentSearch,
  searchForgetInput,
  SearchMiss,
  searchMissesInput,
  searchRememberInput,
} from '@tabard/contract/operations/search-memory';
import { foldText } from '@tabard/contract/filters';
import type { z } from 'zod';
import { callerOf, newId, type ReadScope, type WriteScope } from '#kernel';

/** Searches of one person that are kept; the oldest go first. */
const mostRecent = 50;
const shown = 10;

/** A text as it is compared, so that one search is kept once. */
const folded = (text: string): string => foldText(text).trim().replaceAll(/\s+/g, ' ').slice(0, 800);

/** Notes that the caller searched for a text, and how many hits they were shown. */
export async function rememberSearch(
  { sql, workspaceId, principal }: WriteScope,
  { text, hits }: z.output<typeof searchRememberInput>,
): Promise<{ ok: true }> {
  const owner = callerOf(principal);
  await sql(
    `insert into recent_search (workspace_id, id, owner, text, folded, hits) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, owner, folded)
         do update set text = excluded.text, hits = excluded.hits, times = recent_search.times + 1, at = now()`,
    [workspaceId, newId(), owner, text, folded(text), hits],
  );
  await sql(
    `delete from recent_search r where r.workspace_id = $1 and r.owner = $2 and r.id in (
       select o.id from recent_search o where o.workspace_id = $1 and o.owner = $2 order by o.at desc, o.id desc offset ${mostRecent})`,
    [workspaceId, owner],
  );
  return { ok: true };
}

/** What the caller searched for lately, the latest first. */
export async function listRecent({ read, workspaceId, principal }: ReadScope): Promise<{ items: RecentSearch[] }> {
  const rows = await read<{ text: string; hits: number; at: Date }>(
    `select text, hits, at from recent_search where workspace_id = $1 and owner = $2 order by at desc, id desc limit ${shown}`,
    [workspaceId, callerOf(principal)],
  );
  return { items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
}

/** Forgets one of the caller's searches, or all. */
export async function forgetSearches(
  { sql, workspaceId, principal }: WriteScope,
  { text }: z.output<typeof searchForgetInput>,
): Promise<{ ok: true }> {
  await sql('delete from recent_search where workspace_id = $1 and owner = $2 and ($3::text is null or folded = $3)', [
    workspaceId,
    callerOf(principal),
    text === undefined ? null : folded(text),
  ]);
  return { ok: true };
}

/** What was searched for and not found, by all people of the workspace, the most often asked first. Nobody is named. */
export async function listMisses(
  { read, workspaceId }: ReadScope,
  { days }: z.output<typeof searchMissesInput>,
): Promise<{ items: SearchMiss[] }> {
  const rows = await read<{ text: string; times: number; people: number; last_at: Date }>(
    `select (array_agg(r.text order by r.at desc))[1] as text, sum(r.times)::int as times, count(*)::int as people, max(r.at) as last_at
       from recent_search r where r.workspace_id = $1 and r.hits = 0 and r.at > now() - $2 * interval '1 day'
      group by r.folded order by 2 desc, 4 desc limit 100`,
    [workspaceId, days],
  );
  return { items: rows.map(({ last_at: at, ...row }) => ({ ...row, lastAt: at.toISOString() })) };
}
