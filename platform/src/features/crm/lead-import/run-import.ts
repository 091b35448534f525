import { toPublicId, type LeadImport } from '@tabard/contract';
import { companyMatching } from '#features/crm/company';
import { beginMatch } from '#features/crm/company-match';
import { toFailure, type CallScope, refreshStatistics, type WriteScope } from '#kernel';
import { importFile, ImportCancelled, type ImportCounts } from './import-file.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { leadImportColumns, type LeadImportRow } from './lead-import-row.ts';
import { CsvError } from './csv-scanner.rules.ts';

/** Seconds after which a run that says nothing is taken for dead. */
const leaseSeconds = 60;

/** Runs one import to its end: all of its rows in one transaction, so that a failed one leaves nothing. */
export async function runImport(scope: CallScope, importId: string): Promise<void> {
  const [row] = await scope.write(({ sql }) =>
    sql<LeadImportRow>(
      `update lead_import set state = 'running', lease_until = now() + interval '${leaseSeconds} seconds'
        where workspace_id = $1 and id = $2 and (state = 'queued' or (state = 'running' and lease_until < now()))
        returning ${leadImportColumns}`,
      [scope.workspaceId, importId],
    ),
  );
  if (!row) return;
  try {
    const counts = await keepHeapSmall(() =>
      importFile(scope, row, (progress, read) => report(scope, importId, progress, read)),
    );
    await finish(scope, importId, 'completed', counts, null);
    if (counts.created > 0) await scope.write((writing) => makeMissingCompanies(writing, importId));
    await refreshStatistics(scope.app, 'lead', counts.created);
  } catch (error) {
    if (error instanceof ImportCancelled) return finish(scope, importId, 'cancelled', error.counts, null);
    if (error instanceof CsvError)
      return finish(scope, importId, 'failed', null, {
        code: error.code,
        line: error.line || null,
        words: `${error.message} Nothing was imported. Correct the file and import it again.`,
      });
    scope.app.log.error({ err: error, workspaceId: scope.workspaceId, importId }, 'import failed');
    await finish(scope, importId, 'failed', null, {
      code: 'unexpected',
      line: null,
      words: `${toFailure(error).public} Nothing was imported.`,
    });
  }
}

/** Tells how far the import is, renews its lease, and says whether it should go on. */
async function report(scope: CallScope, importId: string, progress: number, read: number): Promise<boolean> {
  return scope.write(async ({ sql, emit }) => {
    const [row] = await sql<{ state: string }>(
      `update lead_import set progress = $3, rows_read = $4, lease_until = now() + interval '${leaseSeconds} seconds'
        where workspace_id = $1 and id = $2 and state = 'running' returning state`,
      [scope.workspaceId, importId, progress, read],
    );
    emit('lead_import.progressed', {
      leadImportId: toPublicId('leadImport', importId),
      state: row?.state ?? 'cancelled',
      progress,
      read,
    });
    return row !== undefined;
  });
}

async function finish(
  scope: CallScope,
  importId: string,
  state: 'completed' | 'failed' | 'cancelled',
  counts: ImportCounts | null,
  failure: (NonNullable<LeadImport['failure']> & { words: string }) | null,
): Promise<void> {
  await scope.write(async ({ sql, emit }) => {
    const none = state !== 'completed';
    await sql(
      `update lead_import set state = $3::text, error = $4, finished_at = now(), lease_until = null, progress = case when $3::text = 'completed' then 1 else progress end,
              rows_read = $5, rows_created = $6, rows_updated = $7, rows_skipped = $8, rows_rejected = $9, rejected = $10, failure = $11
        where workspace_id = $1 and id = $2`,
      [
        scope.workspaceId,
        importId,
        state,
        failure?.words ?? null,
        counts?.read ?? 0,
        none ? 0 : (counts?.created ?? 0),
        none ? 0 : (counts?.updated ?? 0),
        none ? 0 : (counts?.skipped ?? 0),
        counts?.rejected ?? 0,
        JSON.stringify(counts?.first ?? []),
        failure && JSON.stringify({ code: failure.code, line: failure.line }),
      ],
    );
    emit('lead_import.progressed', {
      leadImportId: toPublicId('leadImport', importId),
      state,
      progress: 1,
      read: counts?.read ?? 0,
    });
  });
}

/** Where the setting says so, what came in gets companies that are missing: behind the import, which makes none itself. Ids are in the order of time. */
async function makeMissingCompanies(scope: WriteScope, importId: string): Promise<void> {
  if ((await companyMatching(scope)) === 'create') await beginMatch(scope, { creates: true, after: importId });
}
