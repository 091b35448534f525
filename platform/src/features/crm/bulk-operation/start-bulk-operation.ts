import type { Permission, Uuid } from '@tabard/contract';
import type { BulkAction, BulkOperation, bulkStartInput } from '@tabard/contract/crm/bulk-operation';
import type { z } from 'zod';
import { leads } from '#features/crm/lead';
import { lists } from '#features/crm/list';
import { requireEnrolling } from '#features/outreach/campaign';
import { fail, lockOne, newId, requirePermission, selectOf, whereOf, type WriteScope } from '#kernel';
import { runBulkOperation } from './run-bulk-operation.job.ts';
import { partSize, runNextPart } from './run-bulk-operation.ts';
import type { KeptAction } from './bulk-action.ts';
import { settleField } from './field-action.ts';
import { getBulkOperation } from './read-bulk-operations.ts';

type Input = z.output<typeof bulkStartInput>;

/** What an action needs besides writing leads. */
const needs: Partial<Record<BulkAction['kind'], Permission>> = {
  add_to_list: 'list.write',
  remove_from_list: 'list.write',
  delete: 'lead.delete',
  enroll: 'campaign.launch',
  stop: 'campaign.launch',
};

/** SQL for time-ordered ids made by the database: the head of one of ours, given as a value, and the random tail of one of its own. */
const newIdIn = (head: string): string => `(${head}::text || substr(gen_random_uuid()::text, 16))::uuid`;

/**
 * Fixes which leads are meant, does the first of them, and leaves the others to a job: whoever fits the filter later is not among them.
 */
export async function startBulkOperation(scope: WriteScope, input: Input): Promise<BulkOperation> {
  const { sql, workspaceId } = scope;
  if (input.ids && (input.filter !== undefined || input.where !== undefined))
    fail('request.invalid', {
      details: [{ path: 'ids', reason: 'not_allowed', message: 'Give ids, or a filter, not both.' }],
    });
  if (input.action.kind === 'delete' && !input.ids && input.expected === undefined)
    fail('request.invalid', {
      details: [{ path: 'expected', reason: 'required', message: 'Say how many leads may be deleted at most.' }],
    });
  const action = await settleAction(scope, input.action);
  const id = newId();
  await sql('insert into bulk_operation (workspace_id, id, action) values ($1, $2, $3)', [
    workspaceId,
    id,
    JSON.stringify(action),
  ]);
  const values: unknown[] = [workspaceId, id, partSize, newId().slice(0, 15)];
  const condition = await chosen(scope, input, values);
  await sql(
    `insert into bulk_part (workspace_id, id, operation_id, position, lead_ids)
     select $1, ${newIdIn('$4')}, $2, position, array_agg(id)
       from (select l.id, (row_number() over (order by l.id) - 1) / $3::int as position from lead l where l.workspace_id = $1 and ${condition}) as meant
      group by position`,
    values,
  );
  return begin(scope, id, input.expected);
}

/** Counts what an operation is about, does its first part, and asks for the others. */
export async function begin(scope: WriteScope, id: Uuid, expected = Infinity): Promise<BulkOperation> {
  const { sql, workspaceId } = scope;
  const [meant] = await sql<{ total: number }>(
    `update bulk_operation set total = (select coalesce(sum(cardinality(lead_ids)), 0) from bulk_part where workspace_id = $1 and operation_id = $2)
      where workspace_id = $1 and id = $2 returning total`,
    [workspaceId, id],
  );
  if ((meant?.total ?? 0) > expected) fail('bulk_operation.more_than_expected');
  if (await runNextPart(scope, id)) scope.enqueue(runBulkOperation, { workspaceId, operationId: id });
  return getBulkOperation(scope, { id });
}

/** The condition of the leads that are meant; pushes its values. */
async function chosen(
  scope: WriteScope,
  { ids, filter, where, except, action }: Input,
  values: unknown[],
): Promise<string> {
  if (ids) return `l.id = any($${values.push([...new Set(ids)])}::uuid[])`;
  // What is restored is not among the live ones.
  const among = action.kind === 'restore' ? { archived: true, ...filter } : filter;
  const conditions = [selectOf(leads, among, values)];
  if (where !== undefined) conditions.push(await whereOf(leads, scope, where, values));
  if (except.length > 0) conditions.push(`l.id <> all($${values.push(except)}::uuid[])`);
  return conditions.join(' and ');
}

/** Looks whether the caller may do it, and whether what it names is there. */
async function settleAction(scope: WriteScope, action: BulkAction): Promise<KeptAction> {
  const needed = needs[action.kind];
  if (needed) requirePermission(scope.principal, needed);
  if (action.kind === 'set_field') return settleField(scope, action);
  if (action.kind === 'add_to_list' || action.kind === 'remove_from_list') await lockOne(lists, scope, action.listId);
  if (action.kind === 'enroll') await requireEnrolling(scope, action.campaignId);
  if (action.kind === 'stop') {
    const [campaign] = await scope.sql('select from campaign where workspace_id = $1 and id = $2', [
      scope.workspaceId,
      action.campaignId,
    ]);
    if (!campaign) fail('campaign.not_found');
  }
  return action;
}
