import { defineFeature } from '#kernel';
import { leads, LeadSchema } from './lead.entity.ts';
import { leadRouter } from './lead.router.ts';

/** Leads: the people to reach. */
export const leadFeature = defineFeature({ name: 'lead', entities: [LeadSchema], router: leadRouter });

export { leadMergeValues, mergeColumns, mergeFieldNames, type MergeableLead } from './merge-lead.ts';
export { leadRouter, leads };
