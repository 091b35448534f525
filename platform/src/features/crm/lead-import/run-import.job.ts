import { z } from 'zod';
import { defineJob } from '#kernel';
import { runImport } from './run-import.ts';

/** Imports one file. A second run finds the first one's lease, or starts again from nothing after a crash. */
export const runImportJob = defineJob({
  name: 'lead-import',
  schema: z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
  concurrency: 2,
  attempts: 3,
  handler: (scope, { importId }) => runImport(scope, importId),
});
