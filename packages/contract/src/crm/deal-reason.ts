import type { z } from 'zod';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** Why deals are won or lost. */
export const dealReasonNoun = describeNoun('dealReason', {
  /** What it is called. */
  name: field.text({ label: 'Name', min: 1, max: 100, search: true, sort: true }),
  /** Whether it is given for deals that are `won` or for those that are `lost`. It stays as it was made. */
  outcome: field.choice(['won', 'lost'], { label: 'Outcome', filter: true }),
});
export const dealReasonOutput = dealReasonNoun.output;

/** A reason as callers see it. */
export type DealReason = z.infer<typeof dealReasonOutput>;
