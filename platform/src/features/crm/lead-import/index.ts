import { defineFeature } from '#kernel';
import { LeadImportSchema } from './lead-import.entity.ts';

/** The lead-import feature. */
export const leadImportFeature = defineFeature({ name: 'lead-import', entities: [LeadImportSchema] });

export { LeadImportSchema };
