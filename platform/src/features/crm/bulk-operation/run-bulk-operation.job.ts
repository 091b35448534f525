import { z } from 'zod';
import { defineJob } from '#kernel';
import { runNextPart } from './run-bulk-operation.ts';

/** Does an operation, part by part; one whose job was lost is found by the sweep. */
export const runBulkOperation = defineJob({
  name: 'run-bulk-operation',
  schema: z.object({ workspaceId: z.uuid(), operationId: z.uuid() }),
  concurrency: 2,
  attempts: 16,
  dedupe: ({ operationId }) => operationId,
  async handler(scope, { operationId }) {
    while (await scope.write((writing) => runNextPart(writing, operationId)));
  },
});
