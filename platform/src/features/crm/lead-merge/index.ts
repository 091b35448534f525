import { defineFeature } from '#kernel';
import { LeadDistinctSchema, leadMergeRetention, LeadMergeSchema } from './lead-merge.entity.ts';
import { forgetMerges } from './forget-merges.ts';
import { leadMergeRouter } from './lead-merge.router.ts';

/** Leads that are the same: found, told apart, or made one. */
export const leadMergeFeature = defineFeature({
  name: 'leadMerge',
  entities: [LeadMergeSchema, LeadDistinctSchema],
  router: leadMergeRouter,
  retention: [leadMergeRetention],
  forgets: forgetMerges,
});

export { leadMergeRouter };
