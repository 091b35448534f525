import { z } from 'zod';
import { defineJob } from '#kernel';
import { refreshSegments } from './refresh-segments.ts';

/** Brings the segments of a workspace up to date; what a lost job has not done is found by the sweep. */
export const refreshSegmentsJob = defineJob({
  name: 'refresh-segments',
  schema: z.object({ workspaceId: z.uuid() }),
  concurrency: 2,
  attempts: 4,
  dedupe: ({ workspaceId }) => workspaceId,
  handler: refreshSegments,
});
