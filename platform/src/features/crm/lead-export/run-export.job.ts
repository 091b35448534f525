import { z } from 'zod';
import { defineJob } from '#kernel';
import { runExport } from './run-export.ts';

/** Writes the file of one export. A second run finds the first one's lease, or begins again after a crash. */
export const runExportJob = defineJob({
  name: 'lead-export',
  schema: z.object({ workspaceId: z.uuid(), exportId: z.uuid() }),
  concurrency: 2,
  attempts: 3,
  handler: (scope, { exportId }) => runExport(scope, exportId),
});
