import type { Uuid } from '@tabard/contract';
import type { BulkAction } from '@tabard/contract/crm/bulk-operation';
import { addMembers, removeMembers } from '#features/crm/list';
import type { WriteScope } from '#kernel';
import { deleteLeads } from '#features/crm/lead-deletion';
import { archiveLeads, restoreLeads } from './archive-actions.ts';
import { nothingFailed, type ActionOf, type KeptAction, type PartResult } from './bulk-action.ts';
import { enroll, stop } from './campaign-actions.ts';
import { setField, unsetField } from './field-action.ts';
import { addTags, removeTags, unaddTags, unremoveTags } from './tag-actions.ts';

/** Leads of a part that are there and locked; `restored` is what an operation that takes another one back puts into each. */
export interface Part {
  ids: readonly Uuid[];
  restored: readonly unknown[];
}

/** Does an action to a part of its leads. */
export function applyAction(scope: WriteScope, action: KeptAction, part: Part): Promise<PartResult> {
  return action.kind === 'undo' ? undo(scope, action.of, part) : act(scope, action, part.ids);
}

type Membership = typeof addMembers;
const membership = async (
  change: Membership,
  scope: WriteScope,
  { listId, ids }: { listId: Uuid; ids: readonly Uuid[] },
): Promise<PartResult> => {
  const rows = await change(scope, listId, ids);
  return { changed: rows.map(({ lead_id: id }) => id), before: [], failures: nothingFailed };
};

function act(scope: WriteScope, action: BulkAction, ids: readonly Uuid[]): Promise<PartResult> {
  switch (action.kind) {
    case 'add_tags':
      return addTags(scope, action, ids);
    case 'remove_tags':
      return removeTags(scope, action, ids);
    case 'set_field':
      return setField(scope, action, ids);
    case 'add_to_list':
      return membership(addMembers, scope, { listId: action.listId, ids });
    case 'remove_from_list':
      return membership(removeMembers, scope, { listId: action.listId, ids });
    case 'archive':
      return archiveLeads(scope, ids);
    case 'restore':
      return restoreLeads(scope, ids);
    case 'delete':
      return remove(scope, action, ids);
    case 'enroll':
      return enroll(scope, action, ids);
    case 'stop':
      return stop(scope, action, ids);
  }
}

async function remove(scope: WriteScope, { suppress }: ActionOf<'delete'>, ids: readonly Uuid[]): Promise<PartResult> {
  const { deleted, stay } = await deleteLeads(scope, ids, { suppress });
  return { changed: deleted, before: [], failures: stay };
}

function undo(scope: WriteScope, action: BulkAction, { ids, restored }: Part): Promise<PartResult> {
  const part = { ids, before: restored };
  switch (action.kind) {
    case 'add_tags':
      return unaddTags(scope, action, part);
    case 'remove_tags':
      return unremoveTags(scope, action, part);
    case 'set_field':
      return unsetField(scope, action, part);
    case 'add_to_list':
      return membership(removeMembers, scope, { listId: action.listId, ids });
    case 'remove_from_list':
      return membership(addMembers, scope, { listId: action.listId, ids });
    case 'archive':
      return restoreLeads(scope, ids);
    case 'restore':
      return archiveLeads(scope, ids);
    case 'delete':
    case 'enroll':
    case 'stop':
      throw new TypeError(`What ${action.kind} did cannot be taken back.`);
  }
}
