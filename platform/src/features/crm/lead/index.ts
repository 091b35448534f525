import { defineFeature } from '#kernel';
import { leadSearch } from './lead-search.ts';
import { LeadReachSchema } from './lead-reach.entity.ts';
import { leads, LeadSchema, type LeadRow } from './lead.entity.ts';
import { leadRouter } from './lead.router.ts';
import { seedLeadFacts } from './seed-lead-facts.ts';

/** Leads: the people to reach. */
export const leadFeature = defineFeature({
  name: 'lead',
  entities: [LeadSchema, LeadReachSchema],
  searched: [leadSearch],
  router: leadRouter,
  seed: seedLeadFacts,
});

export { leadFunctions } from './lead-functions.ts';
export { forgetLead } from './forget-lead.ts';
export { leadMergeValues, mergeColumns, mergeFieldNames, type MergeableLead } from './merge-lead.ts';
export { normalPhone } from './phone.rules.ts';
export { furtherOf, numbersOf, renewNumbers } from './settle-reach.ts';
export { leadRouter, leads, type LeadRow };
