import type { Page, Uuid } from '@tabard/contract';
import type { LeadExport, leadExportListInput } from '@tabard/contract/crm/lead-export';
import type { z } from 'zod';
import { callerOf, fail, newestFirst, readPage, type ReadScope } from '#kernel';
import { leadExportColumns, shownTo, type LeadExportRow } from './lead-export-row.ts';

/** An export is seen by whoever asked for it: another may not see the same leads. Who manages the workspace sees all. Pushes its values. */
function own({ principal }: Pick<ReadScope, 'principal'>, values: unknown[]): string {
  return principal.permissions.has('workspace.manage') ? 'true' : `owner = $${values.push(callerOf(principal))}`;
}

/** Exports of the caller, newest first. */
export function listExports(scope: ReadScope, input: z.output<typeof leadExportListInput>): Promise<Page<LeadExport>> {
  const values: unknown[] = [scope.workspaceId];
  return readPage(scope, input, {
    columns: leadExportColumns,
    from: 'lead_export',
    where: ['workspace_id = $1', own(scope, values)],
    values,
    ...newestFirst<LeadExportRow>('lead_export'),
    shape: shownTo(scope.principal),
  });
}

/** One export of the caller, as SQL gives it. */
export async function findExport(scope: ReadScope, id: Uuid): Promise<LeadExportRow> {
  const values: unknown[] = [scope.workspaceId, id];
  const [row] = await scope.read<LeadExportRow>(
    `select ${leadExportColumns} from lead_export where workspace_id = $1 and id = $2 and ${own(scope, values)}`,
    values,
  );
  return row ?? fail('lead_export.not_found');
}

/** One export: how far it is, and what came of it. */
export const getExport = async (scope: ReadScope, { id }: { id: Uuid }): Promise<LeadExport> =>
  shownTo(scope.principal)(await findExport(scope, id));
