import { defineEntity, p, tenantKey, tenantPolicies, timestamps, type Retention } from '#kernel';
import type { Failed, KeptAction } from './bulk-action.ts';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** One thing that is done to many leads. */
export const BulkOperationSchema = defineEntity({
  name: 'BulkOperation',
  tableName: 'bulk_operation',
  rowLevelSecurity: 'force',
  // The sweep looks for those whose job was lost; old ones are deleted.
  policies: tenantPolicies('bulk_operation', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    action: p.json<KeptAction>(),
    /** running, completed, cancelled */
    state: p.string().length(16).default('running'),
    total: p.integer().default(0),
    done: p.integer().default(0),
    changed: p.integer().default(0),
    failed: p.integer().default(0),
    /** The first leads that it could not be done to; all of them are in its parts. */
    failures: p.json<Failed[]>().defaultRaw("'[]'::jsonb"),
    /** The operation that it takes back. */
    undoOf: p.uuid().nullable(),
    /** The operation that took it back. */
    undoneBy: p.uuid().nullable(),
    ...timestamps(),
    finishedAt: moment().nullable(),
  },
  indexes: [{ name: 'bulk_operation_newest', properties: ['workspaceId', 'createdAt', 'id'] }],
});

/**
 * Some leads of a bulk operation, fixed when it was started. What it was about to do and what was there before stand in one row that is
 * written in the transaction that does it, so each lead is done once whenever a process ends, and can be put back.
 */
export const BulkPartSchema = defineEntity({
  name: 'BulkPart',
  tableName: 'bulk_part',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('bulk_part', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    operationId: p.uuid(),
    position: p.integer(),
    leadIds: p.array().columnType('uuid[]'),
    /** What is to be put back in each of them, where the operation takes another one back. */
    restored: p.array().columnType('jsonb[]').nullable(),
    doneAt: moment().nullable(),
    /** The leads that were changed, and what was there before, in the same order. */
    changed: p.array().columnType('uuid[]').nullable(),
    before: p.array().columnType('jsonb[]').nullable(),
    failures: p.json<Failed[]>().nullable(),
  },
  indexes: [{ properties: ['workspaceId', 'operationId', 'position'] }],
});

export const bulkRetentions: readonly Retention[] = [
  {
    table: 'bulk_part',
    until: `t.done_at < now() - interval '25 hours'`,
    because: 'An operation can be taken back, and its failures downloaded, for a day.',
  },
  {
    table: 'bulk_operation',
    until: `t.finished_at < now() - interval '90 days'`,
    because: 'What was done to many leads is listed for three months.',
  },
];
