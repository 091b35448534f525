import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

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
    rejected: p.json<{ line: number; reason: string; value: string }[]>().defaultRaw("'[]'::jsonb"),
    error: p.text().nullable(),
    leaseUntil: moment().nullable(),
    createdAt: moment().defaultRaw('now()'),
    finishedAt: moment().nullable(),
  },
  indexes: [{ properties: ['workspaceId', 'createdAt'] }],
});
