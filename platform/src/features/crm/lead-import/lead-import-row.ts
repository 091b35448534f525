import { toPublicId, type LeadImport } from '@tabard/contract';
import type { RowProblem } from './lead-row.rules.ts';

/** A row that was not taken, as it is stored; those of imports before there were codes have none. */
export type RejectedRow = Pick<RowProblem, 'reason' | 'value'> & Partial<RowProblem> & { line: number };

/** An import as SQL gives it. */
export interface LeadImportRow {
  id: string;
  upload_id: string;
  file_name: string;
  state: LeadImport['state'];
  options: ImportOptions;
  progress: number;
  rows_read: number;
  rows_created: number;
  rows_updated: number;
  rows_skipped: number;
  rows_rejected: number;
  rejected: RejectedRow[];
  error: string | null;
  failure: LeadImport['failure'];
  created_at: Date;
  finished_at: Date | null;
}

/** What the caller chose when the import was started. */
export interface ImportOptions {
  /** A target for each column, in their order; by name in imports that were started before columns had places. */
  mapping: (string | null)[] | Record<string, string | null>;
  duplicates: LeadImport['duplicates'];
  tags: string[];
  /** The list that its leads are put on. */
  listId?: string | undefined;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  delimiter: string;
  /** The place of the sheet, in a workbook. */
  sheet?: number | undefined;
  /** The line of the headings; the first one in imports from before it could be chosen. */
  headerRow?: number | undefined;
}

export const leadImportColumns =
  'id, upload_id, file_name, state, options, progress, rows_read, rows_created, rows_updated, rows_skipped, rows_rejected, rejected, error, failure, created_at, finished_at';

/** An import as callers see it. */
export function shapeLeadImport(row: LeadImportRow): LeadImport {
  return {
    id: toPublicId('leadImport', row.id),
    fileName: row.file_name,
    state: row.state,
    duplicates: row.options.duplicates,
    progress: row.progress,
    rows: {
      read: row.rows_read,
      created: row.rows_created,
      updated: row.rows_updated,
      skipped: row.rows_skipped,
      rejected: row.rows_rejected,
    },
    rejected: row.rejected.map(({ code = null, field = null, limit = null, ...said }) => ({
      ...said,
      code,
      field,
      limit,
    })),
    error: row.error,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
