import type { PolicyDef } from '@mikro-orm/core';
import { defineEntity, maintenanceRole, p, tenantKey, tenantPolicies } from './entity.ts';
import type { MonthlyTable } from './monthly-table.ts';

/** Two years and the month that runs. */
export const auditLogMonths: MonthlyTable = { table: 'audit_log', kept: 24, past: 0 };

/** The maintenance login forgets the log of a place that is being deleted, with all else of it, and sees no other. As PostgreSQL writes it. */
const isEnding =
  '((EXISTS ( SELECT FROM workspace w WHERE ((w.id = audit_log.workspace_id) AND (w.deleting_since IS NOT NULL)))) OR (EXISTS ( SELECT FROM organization o WHERE ((o.id = audit_log.workspace_id) AND (o.deleting_since IS NOT NULL)))))';
const endingLog = (['select', 'delete'] as const).map((command): PolicyDef => ({
  name: `audit_log_maintenance_${command}`,
  type: 'permissive',
  command,
  roles: [maintenanceRole],
  using: isEnding,
}));

/**
 * Who did what, from where, and what changed by it. `workspaceId` is the organization for actions above workspaces. The runtime login
 * may add and read, and neither change nor delete; see the grants. It ends with its place.
 */
export const AuditLogSchema = defineEntity({
  name: 'AuditLog',
  tableName: 'audit_log',
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies('audit_log'), ...endingLog],
  properties: {
    ...tenantKey(),
    month: p.date().primary(),
    at: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
    actorKind: p.string().length(16).nullable(),
    actorId: p.string().length(200).nullable(),
    /** The host's own user for whom an embed session acts. */
    onBehalfOf: p.string().length(200).nullable(),
    /** The procedure. */
    act: p.string().length(128),
    /** `ok`, or the code with which it was refused. */
    outcome: p.string().length(64),
    ip: p.string().length(64).nullable(),
    userAgent: p.string().length(300).nullable(),
    requestId: p.string().length(64).nullable(),
    /** Public ids of what it was about. */
    subjects: p.array().defaultRaw("'{}'"),
    input: p.json().nullable(),
    /** The fields that changed, where the action changed one row that its input names. */
    before: p.json().nullable(),
    after: p.json().nullable(),
  },
  indexes: [
    { name: 'audit_log_newest', properties: ['workspaceId', 'at', 'id'] },
    {
      name: 'audit_log_subjects',
      expression: 'create index "audit_log_subjects" on "audit_log" using gin ("subjects")',
    },
  ],
});
