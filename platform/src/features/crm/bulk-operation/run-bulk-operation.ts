import { toPublicId, type Uuid } from '@tabard/contract';
import { leads } from '#features/crm/lead';
import { emitStandard, refreshStatistics, type WriteScope } from '#kernel';
import { applyAction } from './apply-action.ts';
import { lockLeads, type KeptAction, type PartResult } from './bulk-action.ts';

/** Leads of one part, which one transaction changes. */
export const partSize = 1_000;
/** An operation over more leads tells of them together; each of fewer tells for itself what happened to it. */
const toldSingly = 1_000;
/** Failures that are shown with the operation itself. */
const shownFailures = 20;

interface Running {
  action: KeptAction;
  total: number;
}
interface WaitingPart {
  id: Uuid;
  lead_ids: Uuid[];
  restored: unknown[] | null;
}

/**
 * Does the next part of an operation and notes in the same transaction that it is done, so that none is done twice or left out whenever a
 * process ends. Resolves to whether more wait; with the last part the operation is completed.
 */
export async function runNextPart(scope: WriteScope, operationId: Uuid): Promise<boolean> {
  const { sql, workspaceId } = scope;
  const [running] = await sql<Running>(
    `select action, total from bulk_operation where workspace_id = $1 and id = $2 and state = 'running' for update`,
    [workspaceId, operationId],
  );
  if (!running) return false;
  const [part, next] = await sql<WaitingPart>(
    `select id, lead_ids, restored from bulk_part where workspace_id = $1 and operation_id = $2 and done_at is null
      order by position limit 2`,
    [workspaceId, operationId],
  );
  if (part) await runPart(scope, operationId, running, part);
  if (next) return true;
  const [ended] = await sql<{ done: number; changed: number }>(
    `update bulk_operation set state = 'completed', finished_at = now(), updated_at = now()
      where workspace_id = $1 and id = $2 returning done, changed`,
    [workspaceId, operationId],
  );
  tell(scope, operationId, { state: 'completed', done: ended?.done ?? 0, total: running.total });
  for (const table of tablesOf(running.action))
    scope.afterCommit(() => refreshStatistics(scope.app, table, ended?.changed ?? 0));
  return false;
}

async function runPart(
  scope: WriteScope,
  operationId: Uuid,
  { action, total }: Running,
  { id, lead_ids: wanted, restored }: WaitingPart,
): Promise<void> {
  const { sql, workspaceId } = scope;
  const ids = await lockLeads(scope, wanted);
  const places = new Map(wanted.map((lead, place) => [lead, place]));
  const result = await applyAction(scope, action, {
    ids,
    restored: restored ? ids.map((lead) => restored[places.get(lead)!]) : [], // one for each that was wanted
  });
  const there = new Set(ids);
  const gone = wanted.filter((lead) => !there.has(lead)).map((lead) => ({ id: lead, code: 'gone' as const }));
  const failures = [...gone, ...result.failures];
  await sql(
    `update bulk_part set done_at = now(), changed = $3, before = $4, failures = $5, restored = null where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      result.changed,
      result.before.length > 0 ? result.before.map((one) => JSON.stringify(one)) : null,
      failures.length > 0 ? JSON.stringify(failures) : null,
    ],
  );
  const [now] = await sql<{ done: number }>(
    `update bulk_operation set done = done + $3, changed = changed + $4, failed = failed + $5, updated_at = now(),
            failures = (select coalesce(jsonb_agg(one), '[]') from (select one from jsonb_array_elements(failures || $6::jsonb) as one limit ${shownFailures}) as first)
      where workspace_id = $1 and id = $2 returning done`,
    [
      workspaceId,
      operationId,
      wanted.length,
      result.changed.length,
      failures.length,
      JSON.stringify(failures.slice(0, shownFailures)),
    ],
  );
  tellLeads(scope, { action, total, result });
  tell(scope, operationId, { state: 'running', done: now?.done ?? 0, total });
}

/** Which tables such an action can fill with very many rows. */
function tablesOf(action: KeptAction): string[] {
  const { kind } = action.kind === 'undo' ? action.of : action;
  if (kind.endsWith('_tags')) return ['lead_tag'];
  return kind.endsWith('_list') ? ['list_member'] : [];
}

const verbs: Partial<Record<KeptAction['kind'], 'archived' | 'restored' | 'deleted'>> = {
  delete: 'deleted',
  archive: 'archived',
  restore: 'restored',
};
const backVerbs: typeof verbs = { archive: 'restored', restore: 'archived' };

function tellLeads(
  scope: WriteScope,
  { action, total, result }: { action: KeptAction; total: number; result: PartResult },
): void {
  if (result.changed.length === 0) return;
  const verb = (action.kind === 'undo' ? backVerbs[action.of.kind] : verbs[action.kind]) ?? 'updated';
  if (total <= toldSingly) for (const id of result.changed) emitStandard(scope, leads, verb, id);
  else scope.emit('lead.bulk_changed', { count: result.changed.length });
}

/** Tells how far an operation is. */
export function tell(
  scope: WriteScope,
  operationId: Uuid,
  progress: { state: string; done: number; total: number },
): void {
  scope.emit('bulk_operation.progressed', { bulkOperationId: toPublicId('bulkOperation', operationId), ...progress });
}
