import { z } from 'zod';
import { defineJob } from '#kernel';
import { spreadNext } from './spread-tag.ts';

/** Changes a tag in its leads, part by part; one whose job was lost is found by the sweep. */
export const spreadTagJob = defineJob({
  name: 'spread-tag',
  schema: z.object({ workspaceId: z.uuid(), tagId: z.uuid() }),
  concurrency: 2,
  attempts: 16,
  dedupe: ({ tagId }) => tagId,
  async handler(scope, { tagId }) {
    while (await scope.write((writing) => spreadNext(writing, tagId)));
  },
});
