import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import { nothingFailed, type PartResult } from './bulk-action.ts';

/** Takes live leads out of lists and audiences. */
export async function archiveLeads({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<PartResult> {
  const rows = await sql<{ id: Uuid }>(
    `update lead set archived_at = now(), updated_at = now()
      where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null returning id`,
    [workspaceId, ids],
  );
  return { changed: rows.map(({ id }) => id), before: [], failures: nothingFailed };
}

/** Brings archived leads back, each unless a live one has its address by now; of two with one address the one that came first. */
export async function restoreLeads({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<PartResult> {
  const archived = await sql<{ id: Uuid; taken: boolean }>(
    `select id, row_number() over (partition by email order by created_at, id) > 1
              or exists (select from lead o where o.workspace_id = $1 and o.email = l.email and o.archived_at is null) as taken
       from lead l where l.workspace_id = $1 and l.id = any($2::uuid[]) and l.archived_at is not null`,
    [workspaceId, ids],
  );
  const changed = archived.filter(({ taken }) => !taken).map(({ id }) => id);
  await sql(
    'update lead set archived_at = null, merged_into_id = null, updated_at = now() where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, changed],
  );
  const failures = archived.filter(({ taken }) => taken).map(({ id }) => ({ id, code: 'email_taken' as const }));
  return { changed, before: [], failures };
}
