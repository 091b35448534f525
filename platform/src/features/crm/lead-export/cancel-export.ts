import type { Uuid } from '@tabard/contract';
import type { LeadExport } from '@tabard/contract/crm/lead-export';
import { fail, type WriteScope } from '#kernel';
import { leadExportColumns, shownTo, type LeadExportRow } from './lead-export-row.ts';
import { findExport } from './read-exports.ts';
import { tellExport } from './tell-export.ts';

/** Stops an export that has not ended; there will be no file. */
export async function cancelExport(scope: WriteScope, { id }: { id: Uuid }): Promise<LeadExport> {
  await findExport(scope, id);
  const [row] = await scope.sql<LeadExportRow>(
    `update lead_export set state = 'cancelled', finished_at = now(), lease_until = null
      where workspace_id = $1 and id = $2 and state in ('queued', 'running') returning ${leadExportColumns}`,
    [scope.workspaceId, id],
  );
  if (!row) return fail('lead_export.not_cancellable');
  tellExport(scope, row);
  return shownTo(scope.principal)(row);
}
