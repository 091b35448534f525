import type { exportFormats, leadExportFaults } from '@tabard/contract/crm/lead-export';
import { defineEntity, p, tenantKey, tenantPolicies, type Retention } from '#kernel';
import type { Asker } from './asker.ts';
import { exportKey, type ExportQuestion } from './lead-export-row.ts';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** A file of leads: what is asked for, by whom, and how far it is. The bytes are in the blob store under `<workspace>/exports/<id>`. */
export const LeadExportSchema = defineEntity({
  name: 'LeadExport',
  tableName: 'lead_export',
  rowLevelSecurity: 'force',
  // The sweep looks for those whose job was lost; old ones are deleted.
  policies: tenantPolicies('lead_export', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** Whose it is, by which they are known from call to call. */
    owner: p.string().length(300),
    /** The same as a principal: leads are read as this one may see them. */
    asker: p.json<Asker>(),
    /** queued, running, completed, failed, cancelled */
    state: p.string().length(16).default('queued'),
    format: p.string().$type<(typeof exportFormats)[number]>().length(16),
    fileName: p.string().length(300),
    /** Which leads, in which order, and which columns. */
    question: p.json<ExportQuestion>(),
    total: p.integer(),
    done: p.integer().default(0),
    /** Bytes of the file, once it is whole. */
    size: p.bigint('number').nullable(),
    failure: p.string().$type<(typeof leadExportFaults)[number]>().length(32).nullable(),
    leaseUntil: moment().nullable(),
    createdAt: moment().defaultRaw('now()'),
    finishedAt: moment().nullable(),
  },
  indexes: [{ properties: ['workspaceId', 'createdAt', 'id'] }],
});

/** Gone after a week, its file first. */
export const leadExportRetention: Retention = {
  table: 'lead_export',
  until: `t.finished_at < now() - interval '7 days'`,
  because: 'A file of leads waits a week for who asked for it.',
  async first({ ports }, rows) {
    for (const { workspace_id: workspaceId, id } of rows)
      await ports.blobs.remove(exportKey(String(workspaceId), String(id)));
  },
};
