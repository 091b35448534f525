import { defineFeature } from '#kernel';
import { LeadSchema } from './lead.entity.ts';

/** The lead feature. */
export const leadFeature = defineFeature({ name: 'lead', entities: [LeadSchema] });

export { LeadSchema };
