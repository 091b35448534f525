import type { Page, Uuid } from '@tabard/contract';
import type { BulkOperation, bulkListInput } from '@tabard/contract/crm/bulk-operation';
import type { z } from 'zod';
import { fail, newestFirst, readPage, type ReadScope } from '#kernel';
import { bulkOperationColumns, shapeBulkOperation, type BulkOperationRow } from './bulk-operation-row.ts';

/** Bulk operations, newest first. */
export const listBulkOperations = (
  scope: ReadScope,
  input: z.output<typeof bulkListInput>,
): Promise<Page<BulkOperation>> =>
  readPage(scope, input, {
    columns: bulkOperationColumns,
    from: 'bulk_operation',
    where: ['workspace_id = $1'],
    values: [scope.workspaceId],
    ...newestFirst<BulkOperationRow>('bulk_operation'),
    shape: shapeBulkOperation,
  });

/** One bulk operation: how far it is, and what came of it. */
export async function getBulkOperation(scope: ReadScope, { id }: { id: Uuid }): Promise<BulkOperation> {
  const [row] = await scope.read<BulkOperationRow>(
    `select ${bulkOperationColumns} from bulk_operation where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id],
  );
  return row ? shapeBulkOperation(row) : fail('bulk_operation.not_found');
}
