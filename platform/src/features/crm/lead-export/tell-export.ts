import { toPublicId } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import type { LeadExportRow } from './lead-export-row.ts';

/** Tells how far an export is. */
export function tellExport(
  { emit }: WriteScope,
  { id, state, done, total }: Pick<LeadExportRow, 'id' | 'state' | 'done' | 'total'>,
): void {
  emit('lead_export.progressed', { leadExportId: toPublicId('leadExport', id), state, done, total });
}
