import type { Readable } from 'node:stream';
import { fail, requirePermission, type ReadScope } from '#kernel';
import { getImport } from './list-imports.ts';
import { reportKey } from './rejected-report.ts';

/** The CSV file of all rows that an import rejected, with line and reason; a file with only a header where there were none. */
export async function openRejectedReport(
  scope: ReadScope,
  importId: string,
): Promise<{ fileName: string; body: Readable }> {
  requirePermission(scope.principal, 'lead.import');
  const job = await getImport(scope, { id: importId });
  const key = reportKey(scope.workspaceId, importId);
  if ((await scope.app.ports.blobs.size(key)) === null)
    fail('lead_import.not_found', { public: 'This import rejected no rows.' });
  return {
    fileName: `rejected-${job.fileName.replaceAll(/[^\w.-]+/g, '_')}`,
    body: await scope.app.ports.blobs.get(key),
  };
}
