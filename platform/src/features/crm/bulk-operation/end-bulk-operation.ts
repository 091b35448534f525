import type { Uuid } from '@tabard/contract';
import type { BulkOperation } from '@tabard/contract/crm/bulk-operation';
import { fail, newId, type WriteScope } from '#kernel';
import { bulkOperationColumns, undoableUntil, type BulkOperationRow } from './bulk-operation-row.ts';
import { getBulkOperation } from './read-bulk-operations.ts';
import { tell } from './run-bulk-operation.ts';
import { begin } from './start-bulk-operation.ts';

async function lockOperation({ sql, workspaceId }: WriteScope, id: Uuid): Promise<BulkOperationRow> {
  const [row] = await sql<BulkOperationRow>(
    `select ${bulkOperationColumns} from bulk_operation where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  return row ?? fail('bulk_operation.not_found');
}

/** Ends an operation before its last leads; those that are done stay as they are, and can be put back. */
export async function cancelBulkOperation(scope: WriteScope, { id }: { id: Uuid }): Promise<BulkOperation> {
  const { state, done, total } = await lockOperation(scope, id);
  if (state !== 'running') fail('bulk_operation.ended');
  const { sql, workspaceId } = scope;
  await sql(
    `with left_over as (delete from bulk_part where workspace_id = $1 and operation_id = $2 and done_at is null)
     update bulk_operation set state = 'cancelled', finished_at = now(), updated_at = now() where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  tell(scope, id, { state: 'cancelled', done, total });
  return getBulkOperation(scope, { id });
}

/** Takes an operation back, as another operation: each lead that it changed gets what was there before, unless somebody changed it since. */
export async function undoBulkOperation(scope: WriteScope, { id }: { id: Uuid }): Promise<BulkOperation> {
  const row = await lockOperation(scope, id);
  if (undoableUntil(row) === null) fail('bulk_operation.not_undoable');
  const { sql, workspaceId } = scope;
  const undoId = newId();
  await sql('insert into bulk_operation (workspace_id, id, action, undo_of) values ($1, $2, $3, $4)', [
    workspaceId,
    undoId,
    JSON.stringify({ kind: 'undo', of: row.action }),
    id,
  ]);
  await sql(
    `insert into bulk_part (workspace_id, id, operation_id, position, lead_ids, restored)
     select workspace_id, gen_random_uuid(), $3, position, changed, before from bulk_part
      where workspace_id = $1 and operation_id = $2 and cardinality(changed) > 0`,
    [workspaceId, id, undoId],
  );
  await sql('update bulk_operation set undone_by = $3, updated_at = now() where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    undoId,
  ]);
  return begin(scope, undoId);
}
