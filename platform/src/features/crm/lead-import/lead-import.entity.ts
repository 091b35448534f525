import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';
import type { RejectedRow } from './lead-import-row.ts';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** One file on its way into leads. */
export const LeadImportSchema = defineEntity({
  name: 'LeadImport',
  tableName: 'lead_import',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('lead_import', ['select']),
  properties: {
    ...tenantKey(),
    uploadId: p.uuid(),
    fileName: p.string().length(300),
    /** queued, running, completed, failed, cancelled */
    state: p.string().length(16).default('queued'),
    /** mapping, duplicates, tags, encoding, delimiter */
    options: p.json<Record<string, unknown>>(),
    progress: p.double().default(0),
    rowsRead: p.integer().default(0),
    rowsCreated: p.integer().default(0),
    rowsUpdated: p.integer().default(0),
    rowsSkipped: p.integer().default(0),
    rowsRejected: p.integer().default(0),
    /** The first rejected rows; all of them are in a blob. */
    rejected: p.json<RejectedRow[]>().defaultRaw("'[]'::jsonb"),
    error: p.text().nullable(),
    /** The error as a code with its line, to be told in another language. */
    failure: p.json<{ code: string; line: number | null }>().nullable(),
    leaseUntil: moment().nullable(),
    createdAt: moment().defaultRaw('now()'),
    finishedAt: moment().nullable(),
  },
  indexes: [{ properties: ['workspaceId', 'createdAt'] }],
});
