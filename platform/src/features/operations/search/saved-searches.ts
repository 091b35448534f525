import { toPublicId, type Uuid } from '@tabard/contract';
import type { SavedSearch, searchSaveInput } from '@tabard/contract/operations/search-memory';
import type { SearchNoun } from '@tabard/contract/operations/search-nouns';
import type { z } from 'zod';
import { callerOf, fail, newId, type Principal, type ReadScope, type WriteScope } from '#kernel';
import { readAsked } from './search-words.ts';

/** Searches that one person can keep. */
const mostSaved = 100;

interface SavedRow {
  id: Uuid;
  owner: string;
  name: string;
  text: string;
  noun: SearchNoun | null;
  shared: boolean;
}

const shapeSaved = ({ id, owner, name, text, noun, shared }: SavedRow, principal: Principal): SavedSearch => ({
  id: toPublicId('savedSearch', id),
  name,
  text,
  noun,
  shared,
  canChange: owner === callerOf(principal) || (shared && principal.permissions.has('workspace.manage')),
});

/** The searches that the caller saved, and those that others share, by name. */
export async function listSaved({ read, workspaceId, principal }: ReadScope): Promise<{ items: SavedSearch[] }> {
  const rows = await read<SavedRow>(
    `select id, owner, name, text, noun, shared from saved_search
      where workspace_id = $1 and (shared or owner = $2) order by fold_text(name), id limit 200`,
    [workspaceId, callerOf(principal)],
  );
  return { items: rows.map((row) => shapeSaved(row, principal)) };
}

/**
 * Keeps a search under a name. Sharing it is for those who do the daily work.
 * @throws Failure `saved_search.too_many`, `auth.permission_denied`.
 */
export async function saveSearch(
  { sql, workspaceId, principal }: WriteScope,
  { name, text, noun: limited, shared }: z.output<typeof searchSaveInput>,
): Promise<SavedSearch> {
  if (readAsked(text).words.length === 0) fail('search.no_words');
  if (shared && !principal.permissions.has('lead.write') && !principal.permissions.has('workspace.manage'))
    fail('auth.permission_denied', {
      public: 'Whoever only looks on can save searches for themselves, not for all.',
      internal: 'may not share searches',
    });
  const owner = callerOf(principal);
  const noun = limited ?? null;
  const [row] = await sql<{ many: number }>(
    'select count(*)::int as many from saved_search where workspace_id = $1 and owner = $2',
    [workspaceId, owner],
  );
  if ((row?.many ?? 0) >= mostSaved) fail('saved_search.too_many');
  const saved: SavedRow = { id: newId(), owner, name, text, noun, shared };
  await sql(
    'insert into saved_search (workspace_id, id, owner, name, text, noun, shared) values ($1, $2, $3, $4, $5, $6, $7)',
    [workspaceId, saved.id, owner, name, text, noun, shared],
  );
  return shapeSaved(saved, principal);
}

/**
 * Removes a saved search: one's own, or as somebody who manages the workspace one that is shared.
 * @throws Failure `saved_search.not_found`.
 */
export async function removeSaved(
  { sql, workspaceId, principal }: WriteScope,
  { id }: { id: Uuid },
): Promise<{ ok: true }> {
  const gone = await sql(
    'delete from saved_search where workspace_id = $1 and id = $2 and (owner = $3 or (shared and $4)) returning 1',
    [workspaceId, id, callerOf(principal), principal.permissions.has('workspace.manage')],
  );
  return gone.length > 0 ? { ok: true } : fail('saved_search.not_found');
}
