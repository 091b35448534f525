import { z } from 'zod';
import { defineJob } from '#kernel';
import { removeValues } from './remove-values.ts';

/** Takes the values of a field that is being deleted out of all leads, part by part, and then the field. */
export const removeValuesJob = defineJob({
  name: 'remove-custom-values',
  schema: z.object({ workspaceId: z.uuid(), fieldId: z.uuid() }),
  concurrency: 1,
  attempts: 8,
  dedupe: ({ fieldId }) => fieldId,
  handler: (scope, payload) => removeValues(scope, payload),
});
