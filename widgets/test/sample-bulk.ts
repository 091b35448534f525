import type { BulkOperation, BulkStart } from '@tabard/contract/crm/bulk-operation';
import { ago } from './sample-records.ts';

/** A bulk operation that is done, unless something else is said of it. */
export const bulkOperation = (more: Partial<BulkOperation> = {}): BulkOperation => ({
  id: 'blk_0',
  action: { kind: 'add_tags' },
  state: 'completed',
  total: 1,
  done: 1,
  changed: 1,
  failed: 0,
  failures: [],
  undoOf: null,
  undoableUntil: new Date(Date.now() + 3_600_000).toISOString(),
  createdAt: ago(1),
  finishedAt: ago(0),
  ...more,
});

/** What the platform says of bulk operations; without ids all `total` leads are meant. */
export function bulkAnswers(total: number) {
  const known = new Map<string, BulkOperation>();
  const keep = (operation: BulkOperation): BulkOperation => {
    known.set(operation.id, operation);
    return operation;
  };
  return {
    'bulkOperations.start': ({ action, ids, except = [] }: BulkStart) => {
      const many = ids ? ids.length : total - except.length;
      return keep(
        bulkOperation({
          id: `blk_${known.size}`,
          action: { kind: action.kind },
          ...(action.kind === 'delete' && { undoableUntil: null }),
          total: many,
          done: many,
          changed: many,
        }),
      );
    },
    'bulkOperations.get': ({ id }: { id: string }) => known.get(id),
    'bulkOperations.cancel': ({ id }: { id: string }) =>
      keep({ ...(known.get(id) ?? bulkOperation()), state: 'cancelled' }),
    'bulkOperations.undo': ({ id }: { id: string }) => {
      const { changed = 1 } = known.get(id) ?? {};
      const undone = { total: changed, done: changed, changed, undoOf: id, undoableUntil: null };
      return keep(bulkOperation({ id: `blk_${known.size}`, action: { kind: 'undo' }, ...undone }));
    },
  };
}
