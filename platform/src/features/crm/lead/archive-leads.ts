import { fail, type WriteScope } from '#kernel';
import { refuseTaken } from './write-lead.ts';

/** Takes leads out of lists and audiences, or brings them back; all of them or none. */
async function setArchived(scope: WriteScope, ids: string[], archived: boolean): Promise<{ count: number }> {
  const wanted = [...new Set(ids)];
  const rows = await scope
    .sql<{ id: string }>(
      `update lead set archived_at = ${archived ? 'coalesce(archived_at, now())' : 'null'}, updated_at = now()
        where workspace_id = $1 and id = any($2::uuid[]) returning id`,
      [scope.workspaceId, wanted],
    )
    .catch(refuseTaken);
  if (rows.length !== wanted.length) fail('lead.not_found');
  scope.emit('lead.archived', { count: rows.length });
  return { count: rows.length };
}

/** Archives leads. They keep their history and can be restored. */
export function archiveLeads(scope: WriteScope, { ids }: { ids: string[] }): Promise<{ count: number }> {
  return setArchived(scope, ids, true);
}

/** Brings archived leads back, unless another live lead has the address by now. */
export function restoreLeads(scope: WriteScope, { ids }: { ids: string[] }): Promise<{ count: number }> {
  return setArchived(scope, ids, false);
}
