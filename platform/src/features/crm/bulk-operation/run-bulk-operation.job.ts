import { z } from 'zod';
import { defineJob, failpoint } from '#kernel';
import { runNextPart } from './run-bulk-operation.ts';

/** Does an operation, part by part; one whose job was lost is found by the sweep. */
export const runBulkOperation = defineJob({
  name: 'run-bulk-operation',
  schema: z.object({ workspaceId: z.uuid(), operationId: z.uuid() }),
  concurrency: 2,
  attempts: 16,
  dedupe: ({ operationId }) => operationId,
  async handler(scope, { operationId }) {
    const { failpoint: setting } = scope.app.config.process;
    for (let more = true; more; await failpoint('b2', setting))
      more = await scope.write(async (writing) => {
        const waiting = await runNextPart(writing, operationId);
        await failpoint('b1', setting);
        return waiting;
      });
  },
});
