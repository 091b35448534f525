import { leadExportFields } from '@tabard/contract/crm/lead-export-words';
import type { LeadExport, LeadExportStart } from '@tabard/contract/crm/lead-export';
import { ago } from './sample-records.ts';

/** An export that is there to be taken, unless something else is said of it. */
export const leadExport = (more: Partial<LeadExport> = {}): LeadExport => ({
  id: 'lex_0',
  mine: true,
  fileName: 'leads-2026-09-18-0912.csv',
  format: 'csv',
  state: 'completed',
  columns: ['email', 'lastName', 'company'],
  total: 48_210,
  done: 48_210,
  size: 7_412_000,
  failure: null,
  error: null,
  expiresAt: ago(-6 * 1440),
  createdAt: ago(1440),
  finishedAt: ago(1439),
  ...more,
});

/** What the platform says of exports: each is done as soon as it is asked for again. */
export function exportAnswers(empty: boolean | undefined, total: number) {
  const known = new Map<string, LeadExport>();
  const keep = (one: LeadExport): LeadExport => {
    known.set(one.id, one);
    return one;
  };
  return {
    'leadExports.columns': () => ({
      columns: [
        ...leadExportFields.map((name) => ({ name, label: name, custom: false })),
        { name: 'custom.fleet', label: 'Fleet', custom: true },
      ],
    }),
    'leadExports.list': () => ({
      items: empty
        ? []
        : [
            leadExport({ id: 'lex_a', mine: false }),
            leadExport({ id: 'lex_b', mine: false, state: 'failed', failure: 'quota_exceeded', format: 'xlsx' }),
          ],
    }),
    'leadExports.start': ({ ids, except = [], columns, format = 'csv' }: LeadExportStart) =>
      keep(
        leadExport({
          id: `lex_${known.size}`,
          format,
          state: 'queued',
          columns: columns.map(({ name }) => name),
          total: ids?.length ?? total - except.length,
          done: 0,
          size: null,
          expiresAt: null,
        }),
      ),
    'leadExports.get': ({ id }: { id: string }) => known.get(id),
    'leadExports.cancel': ({ id }: { id: string }) => keep({ ...(known.get(id) ?? leadExport()), state: 'cancelled' }),
  };
}
