import { z } from 'zod';
import { defineJob } from '#kernel';
import { enrollNext } from './enroll-audience.ts';

/** Enrolls one part of a launched campaign's audience and asks for the next run; an audience whose job was lost is found by the sweep. */
export const enrollAudience = defineJob({
  name: 'enroll-audience',
  schema: z.object({ workspaceId: z.uuid(), campaignId: z.uuid() }),
  concurrency: 2,
  attempts: 16,
  dedupe: ({ campaignId }) => campaignId,
  handler: (scope, payload) =>
    scope.write(async (writing) => {
      if (await enrollNext(writing, payload.campaignId)) writing.enqueue(enrollAudience, payload);
    }),
});
