import type { z } from 'zod';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** TODO: say what a cost is. */
export const costNoun = describeNoun('cost', {
  name: field.text({ label: 'Name', min: 1, max: 200, search: true, sort: true }),
});
export const costOutput = costNoun.output;

/** A cost as callers see it. */
export type Cost = z.infer<typeof costOutput>;
