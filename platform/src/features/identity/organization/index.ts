import { defineFeature } from '#kernel';
import { OrganizationSchema } from './organization.entity.ts';

/** The organization feature. */
export const organizationFeature = defineFeature({ name: 'organization', entities: [OrganizationSchema] });

export { OrganizationSchema };
