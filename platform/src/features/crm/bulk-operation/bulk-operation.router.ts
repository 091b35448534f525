import { pageOf } from '@tabard/contract';
import { bulkIdInput, bulkListInput, bulkOperationOutput, bulkStartInput } from '@tabard/contract/crm/bulk-operation';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { cancelBulkOperation, undoBulkOperation } from './end-bulk-operation.ts';
import { getBulkOperation, listBulkOperations } from './read-bulk-operations.ts';
import { startBulkOperation } from './start-bulk-operation.ts';

const about = { permission: 'lead.write', input: bulkIdInput, output: bulkOperationOutput } as const;

export const bulkOperationRouter = router({
  /**
   * Does one thing to many leads: to those with the given ids, or to all that a filter takes at this moment. Up to a thousand are done
   * before the answer, the others by a job; `done` says how many. Lists need `list.write`, campaigns `campaign.launch` besides.
   */
  start: workspaceMutation({
    permission: 'lead.write',
    input: bulkStartInput,
    output: bulkOperationOutput,
    handler: startBulkOperation,
  }),
  /** Gets one operation: how far it is, and what it could not be done to. */
  get: workspaceQuery({ ...about, handler: getBulkOperation }),
  /** Lists operations, newest first. */
  list: workspaceQuery({
    permission: 'lead.write',
    input: bulkListInput,
    output: pageOf(bulkOperationOutput),
    handler: listBulkOperations,
  }),
  /** Ends an operation that runs; leads that are done stay as they are. */
  cancel: workspaceMutation({ ...about, handler: cancelBulkOperation }),
  /** Takes an operation back within a day, as another operation: leads that were changed again since are left alone. */
  undo: workspaceMutation({ ...about, handler: undoBulkOperation }),
});
