import type { Readable } from 'node:stream';
import { fromPublicId } from '@tabard/contract';
import { fail, type ReadScope, type WorkspaceRoute } from '#kernel';
import { getImport } from './list-imports.ts';
import { reportKey } from './rejected-report.ts';

/**
 * The CSV file of all rows that an import rejected.
 * @throws `lead_import.not_found` where there were none
 */
export async function openRejectedReport(
  scope: ReadScope,
  importId: string,
): Promise<{ fileName: string; body: Readable }> {
  const job = await getImport(scope, { id: importId });
  const key = reportKey(scope.workspaceId, importId);
  if ((await scope.app.ports.blobs.size(key)) === null)
    fail('lead_import.not_found', { public: 'This import rejected no rows.' });
  return {
    fileName: `rejected-${job.fileName.replaceAll(/[^\w.-]+/g, '_')}`,
    body: await scope.app.ports.blobs.get(key),
  };
}

/** `GET /imports/<id>/rejected.csv`: the rows that an import rejected, as a file. */
export const sendRejectedReport: WorkspaceRoute = {
  method: 'GET',
  path: '/imports/:id/rejected.csv',
  auth: 'workspace',
  permission: 'lead.import',
  async handle(scope, { params }) {
    const id = fromPublicId('leadImport', params['id'] ?? '') ?? fail('lead_import.not_found');
    const { fileName, body } = await openRejectedReport(scope, id);
    return {
      body,
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName}"`,
      },
    };
  },
};
