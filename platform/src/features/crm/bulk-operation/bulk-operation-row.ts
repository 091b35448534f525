import { toPublicId, type Uuid } from '@tabard/contract';
import { undoableKinds, type BulkFault, type BulkOperation } from '@tabard/contract/crm/bulk-operation';
import { shownAction, type Failed, type KeptAction } from './bulk-action.ts';

/** A bulk operation as SQL gives it. */
export interface BulkOperationRow {
  id: Uuid;
  action: KeptAction;
  state: BulkOperation['state'];
  total: number;
  done: number;
  changed: number;
  failed: number;
  failures: Failed[];
  undo_of: Uuid | null;
  undone_by: Uuid | null;
  created_at: Date;
  finished_at: Date | null;
}

export const bulkOperationColumns =
  'id, action, state, total, done, changed, failed, failures, undo_of, undone_by, created_at, finished_at';

const dayMs = 86_400_000;

/** Until when it can be taken back; null where it cannot. */
export function undoableUntil({
  action,
  state,
  changed,
  undone_by: undone,
  created_at: created,
}: BulkOperationRow): Date | null {
  const until = new Date(created.getTime() + dayMs);
  const can = undoableKinds.includes(action.kind) && state !== 'running' && changed > 0 && undone === null;
  return can && until.getTime() > Date.now() ? until : null;
}

/** Why something was not done to a lead, in plain words. */
export const faultWords: Readonly<Record<BulkFault, string>> = {
  gone: 'The lead is gone.',
  too_many_tags: 'A lead has at most 50 tags.',
  email_taken: 'Another lead has this email address.',
  archived: 'The lead is archived.',
  not_reachable: 'The lead has bounced or unsubscribed.',
  suppressed: 'The address must not be written to.',
  excluded: 'The lead is on a list of leads that no campaign enrolls.',
  already_enrolled: 'The lead is in the campaign already.',
  campaign_over: 'The campaign takes in nobody any more.',
  merged: 'The lead became part of another one.',
  sending: 'A mail to the lead is on its way, or nobody knows yet whether it arrived.',
};

/** A bulk operation as callers see it. */
export function shapeBulkOperation(row: BulkOperationRow): BulkOperation {
  return {
    id: toPublicId('bulkOperation', row.id),
    action: shownAction(row.action),
    state: row.state,
    total: row.total,
    done: row.done,
    changed: row.changed,
    failed: row.failed,
    failures: row.failures.map(({ id, code }) => ({ leadId: toPublicId('lead', id), code, message: faultWords[code] })),
    undoOf: row.undo_of && toPublicId('bulkOperation', row.undo_of),
    undoableUntil: undoableUntil(row)?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
