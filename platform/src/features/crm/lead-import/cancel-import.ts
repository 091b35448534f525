import type { LeadImport } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';
import { leadImportColumns, shapeLeadImport, type LeadImportRow } from './lead-import-row.ts';

/** Stops an import that has not ended; none of its rows stay. */
export async function cancelImport(scope: WriteScope, { id }: { id: string }): Promise<LeadImport> {
  const [row] = await scope.sql<LeadImportRow & { was: string }>(
    `update lead_import set state = 'cancelled', finished_at = now() where workspace_id = $1 and id = $2 and state in ('queued', 'running') returning ${leadImportColumns}`,
    [scope.workspaceId, id],
  );
  if (row) return shapeLeadImport(row);
  const [ended] = await scope.sql('select from lead_import where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    id,
  ]);
  return fail(ended ? 'lead_import.not_cancellable' : 'lead_import.not_found');
}
