import type { LeadImport, Page, leadImportListInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, newestFirst, readPage, type ReadScope } from '#kernel';
import { leadImportColumns, shapeLeadImport, type LeadImportRow } from './lead-import-row.ts';

/** Imports, newest first. */
export const listImports = (scope: ReadScope, input: z.output<typeof leadImportListInput>): Promise<Page<LeadImport>> =>
  readPage(scope, input, {
    columns: leadImportColumns,
    from: 'lead_import',
    where: ['workspace_id = $1'],
    values: [scope.workspaceId],
    ...newestFirst<LeadImportRow>('lead_import'),
    shape: shapeLeadImport,
  });

/** One import with its counts and first rejected rows. */
export async function getImport(scope: ReadScope, { id }: { id: string }): Promise<LeadImport> {
  const [row] = await scope.read<LeadImportRow>(
    `select ${leadImportColumns} from lead_import where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id],
  );
  return row ? shapeLeadImport(row) : fail('lead_import.not_found');
}
