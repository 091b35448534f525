import { defineFeature } from '#kernel';
import { BulkOperationSchema, BulkPartSchema, bulkRetentions } from './bulk-operation.entity.ts';
import { bulkOperationRouter } from './bulk-operation.router.ts';
import { bulkSweep } from './bulk-sweep.ts';
import { runBulkOperation } from './run-bulk-operation.job.ts';
import { sendFailures } from './send-failures.ts';

/** Bulk operations: one thing that is done to many leads. */
export const bulkOperationFeature = defineFeature({
  name: 'bulk-operation',
  entities: [BulkOperationSchema, BulkPartSchema],
  router: bulkOperationRouter,
  jobs: [runBulkOperation],
  services: [bulkSweep],
  routes: [sendFailures],
  retention: bulkRetentions,
});

export { bulkOperationRouter };
