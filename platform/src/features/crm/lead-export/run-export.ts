import { Readable } from 'node:stream';
import { toPublicId, type Uuid } from '@tabard/contract';
import { mostSheetRows, type LeadExportFault } from '@tabard/contract/crm/lead-export';
import { keepHeapSmall } from '#features/crm/lead-import';
import { Failure, failpoint, writeAuditEntry, type CallScope, type WriteScope } from '#kernel';
import { bytesLeft } from './bytes-left.ts';
import { csvFile } from './csv-file.ts';
import { exportKey, leadExportColumns, type LeadExportRow } from './lead-export-row.ts';
import { readLeads, type LeadRows } from './read-leads.ts';
import { tellExport } from './tell-export.ts';

/** Seconds after which a run that says nothing is taken for dead, and how often one says something. */
const [leaseSeconds, tellEveryMs] = [60, 500];

/** The export was stopped while it ran. */
class ExportCancelled extends Error {}

/** Writes one export to its end: the file appears when it is whole, so a run that ends in between leaves nothing and is begun anew. */
export async function runExport(scope: CallScope, exportId: Uuid): Promise<void> {
  const [row] = await scope.write(({ sql }) =>
    sql<LeadExportRow>(
      `update lead_export set state = 'running', done = 0, lease_until = now() + interval '${leaseSeconds} seconds'
        where workspace_id = $1 and id = $2 and (state = 'queued' or (state = 'running' and lease_until < now()))
        returning ${leadExportColumns}`,
      [scope.workspaceId, exportId],
    ),
  );
  if (!row) return;
  const key = exportKey(scope.workspaceId, exportId);
  const { blobs } = scope.app.ports;
  try {
    await blobs.remove(key); // what a run that was killed left
    const { done, size } = await keepHeapSmall(() => writeFile(scope, row, key));
    await failpoint('x2', scope.app.config.process.failpoint);
    if (!(await complete(scope, row, { done, size }))) await blobs.remove(key);
  } catch (error) {
    await blobs.remove(key);
    if (error instanceof ExportCancelled) return;
    const failure = faultOf(error);
    if (failure === 'unexpected')
      scope.app.log.error({ err: error, workspaceId: scope.workspaceId, exportId }, 'export failed');
    await giveUp(scope, exportId, failure);
  }
}

function faultOf(error: unknown): LeadExportFault {
  if (!(error instanceof Failure)) return 'unexpected';
  if (error.code === 'lead_export.too_many_rows') return 'too_many_rows';
  return error.code === 'request.too_large' ? 'quota_exceeded' : 'unexpected';
}

/** Streams the leads into the file, as one moment shows them. */
async function writeFile(scope: CallScope, row: LeadExportRow, key: string): Promise<{ done: number; size: number }> {
  const { app, workspaceId } = scope;
  let done = 0;
  const size = await scope.write(async (reading) => {
    const maxBytes = await bytesLeft(reading.sql, workspaceId, app.config.http.exportQuota);
    const rows = await readLeads(reading, row);
    const counted = { ...rows, batches: telling(scope, row, rows.batches, (now) => (done = now)) };
    return app.ports.blobs.put(key, Readable.from(await fileOf(row, counted), { objectMode: false }), { maxBytes });
  });
  return { done, size };
}

/** The bytes of the file. What makes workbooks is loaded when there is one to make. */
async function fileOf({ format, question }: LeadExportRow, rows: LeadRows): Promise<AsyncIterable<Buffer>> {
  const headings = question.columns.map(({ heading }) => heading);
  if (format === 'csv') return csvFile(headings, rows, question.mark);
  const { workbookFile } = await import('./workbook-file.ts');
  return workbookFile(headings, rows);
}

/** Hands batches on; now and then it says how far it is, renews the lease and looks whether to go on. */
async function* telling(
  scope: CallScope,
  { id, total, format }: LeadExportRow,
  batches: LeadRows['batches'],
  note: (done: number) => void,
): LeadRows['batches'] {
  let done = 0;
  let told = Date.now();
  for await (const batch of batches) {
    done += batch.length;
    if (format === 'xlsx' && done > mostSheetRows) throw new Failure('lead_export.too_many_rows');
    yield batch;
    note(done);
    await failpoint('x1', scope.app.config.process.failpoint);
    if (Date.now() - told < tellEveryMs) continue;
    told = Date.now();
    await scope.write(async (writing) => {
      const [going] = await writing.sql(
        `update lead_export set done = $3, lease_until = now() + interval '${leaseSeconds} seconds'
          where workspace_id = $1 and id = $2 and state = 'running' returning id`,
        [scope.workspaceId, id, done],
      );
      if (!going) throw new ExportCancelled();
      tellExport(writing, { id, state: 'running', done, total });
    });
  }
}

/** Notes that the file is there, and in the audit log who took how many leads along; false where the export was stopped meanwhile. */
function complete(
  scope: CallScope,
  { id, asker, format, question }: LeadExportRow,
  { done, size }: { done: number; size: number },
): Promise<boolean> {
  return scope.write(async (writing) => {
    const { sql, workspaceId } = writing;
    const [ended] = await sql(
      `update lead_export set state = 'completed', done = $3, total = $3, size = $4, lease_until = null, finished_at = now()
        where workspace_id = $1 and id = $2 and state = 'running' returning id`,
      [workspaceId, id, done, size],
    );
    if (!ended) return false;
    await writeAuditEntry(sql, workspaceId, {
      actor: { kind: asker.kind, id: asker.id },
      onBehalfOf: asker.onBehalfOf,
      origin: { ip: null, userAgent: null },
      act: 'leadExports.export',
      outcome: 'ok',
      input: { leads: done, format, columns: question.columns.map(({ name }) => name) },
      subjects: [toPublicId('leadExport', id)],
    });
    tellExport(writing, { id, state: 'completed', done, total: done });
    return true;
  });
}

function giveUp(scope: CallScope, id: Uuid, failure: LeadExportFault): Promise<void> {
  return scope.write(async (writing: WriteScope) => {
    const [row] = await writing.sql<LeadExportRow>(
      `update lead_export set state = 'failed', failure = $3, lease_until = null, finished_at = now()
        where workspace_id = $1 and id = $2 and state = 'running' returning ${leadExportColumns}`,
      [scope.workspaceId, id, failure],
    );
    if (row) tellExport(writing, row);
  });
}
