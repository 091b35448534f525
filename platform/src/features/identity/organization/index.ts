import { defineFeature } from '#kernel';
import { OrganizationSchema } from './organization.entity.ts';

/** A branch of the tenancy tree, and the brand it hands down. */
export const organizationFeature = defineFeature({ name: 'organization', entities: [OrganizationSchema] });

export { insertOperator } from './insert-operator.ts';
export { loadChain, type OrganizationRow } from './load-chain.ts';
export { inheritBrand } from './organization.rules.ts';
export { organizationRouter } from './organization.router.ts';
export { grantablePermissions, reachAbove } from './reach-above.ts';
export { requireOrganization } from './require-organization.ts';
export { readSignInRules } from './sign-in-rules.ts';
export { updateOrganization } from './update-organization.ts';
