import { toPublicId, type Uuid } from '@tabard/contract';
import type { BulkAction, BulkFault } from '@tabard/contract/crm/bulk-operation';
import type { WriteScope } from '#kernel';

/** An action as it is stored; `undo` has what it takes back. */
export type KeptAction = BulkAction | { kind: 'undo'; of: BulkAction };

/** A lead that something could not be done to, and why. */
export interface Failed {
  id: Uuid;
  code: BulkFault;
}

/** What came of a part: the leads that changed, with what was there before in the same order, and those that could not. */
export interface PartResult {
  changed: readonly Uuid[];
  /** JSON of each; empty where nothing is to be put back. */
  before: readonly unknown[];
  failures: readonly Failed[];
}

/** Does an action to some leads, which are there and locked. */
export type Act<A> = (scope: WriteScope, action: A, ids: readonly Uuid[]) => Promise<PartResult>;
/** Puts back what an action changed, where nobody has changed it again since. */
export type Undo<A> = (
  scope: WriteScope,
  action: A,
  part: { ids: readonly Uuid[]; before: readonly unknown[] },
) => Promise<PartResult>;

export type ActionOf<K extends BulkAction['kind']> = Extract<BulkAction, { kind: K }>;

export const nothingFailed: readonly Failed[] = [];

/** Locks the leads that are there, in the order of their ids, so that two operations over the same ones take turns. */
export async function lockLeads({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<Uuid[]> {
  const rows = await sql<{ id: Uuid }>(
    'select id from lead where workspace_id = $1 and id = any($2::uuid[]) order by id for update',
    [workspaceId, ids],
  );
  return rows.map(({ id }) => id);
}

/** An action as callers see it. */
export function shownAction(action: KeptAction) {
  if (action.kind === 'add_to_list' || action.kind === 'remove_from_list')
    return { ...action, listId: toPublicId('list', action.listId) };
  if (action.kind === 'enroll' || action.kind === 'stop')
    return { ...action, campaignId: toPublicId('campaign', action.campaignId) };
  if (action.kind === 'set_field' && action.field === 'ownerId' && typeof action.value === 'string')
    return { ...action, value: toPublicId('member', action.value) }; // kept as an id
  return action.kind === 'undo' ? { kind: action.kind } : action;
}
