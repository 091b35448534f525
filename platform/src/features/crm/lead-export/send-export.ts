import { fromPublicId, toPublicId } from '@tabard/contract';
import { actingAs, fail, originOf, writeAuditEntry, type WorkspaceRoute } from '#kernel';
import { exportKey, keptUntil } from './lead-export-row.ts';
import { findExport } from './read-exports.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `GET /exports/<id>/file`: the leads of a completed export as a file, for whoever asked for them, until it is a week old. */
export const sendExport: WorkspaceRoute = {
  method: 'GET',
  path: '/exports/:id/file',
  auth: 'workspace',
  permission: 'lead.export',
  async handle(scope, { params, ip, headers }) {
    const id = fromPublicId('leadExport', params['id'] ?? '') ?? fail('lead_export.not_found');
    const row = await findExport(scope, id);
    const until = keptUntil(row) ?? fail('lead_export.not_ready');
    const key = exportKey(scope.workspaceId, id);
    const { blobs } = scope.app.ports;
    const size = until.getTime() < Date.now() ? null : await blobs.size(key);
    if (size === null) fail('lead_export.expired');
    await scope.write(({ sql, workspaceId, principal }) =>
      writeAuditEntry(sql, workspaceId, {
        ...actingAs(principal),
        origin: originOf({ ip, userAgent: headers['user-agent'] ?? null }),
        act: 'leadExports.download',
        outcome: 'ok',
        input: { leads: row.done, format: row.format },
        subjects: [toPublicId('leadExport', id)],
      }),
    );
    return {
      body: await blobs.get(key),
      headers: {
        'Content-Type': types[row.format],
        'Content-Length': String(size),
        'Content-Disposition': `attachment; filename="${row.file_name}"`,
      },
    };
  },
};
