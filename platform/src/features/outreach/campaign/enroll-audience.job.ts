import { z } from 'zod';
import { defineJob } from '#kernel';
import { enrollNext } from './enroll-audience.ts';

/** Enrolls one part of a launched campaign's audience; the transaction that does it queues the next run, so a crash loses none. */
export const enrollAudience = defineJob({
  name: 'enroll-audience',
  schema: z.object({ workspaceId: z.uuid(), campaignId: z.uuid() }),
  concurrency: 2,
  attempts: 16,
  handler: (scope, payload) =>
    scope.write(async (writing) => {
      if (await enrollNext(writing, payload.campaignId)) writing.enqueue(enrollAudience, payload);
    }),
});
