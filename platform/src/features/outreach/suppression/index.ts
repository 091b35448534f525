import { defineFeature } from '#kernel';
import { SuppressionSchema } from './suppression.entity.ts';

/** The suppression feature. */
export const suppressionFeature = defineFeature({ name: 'suppression', entities: [SuppressionSchema] });

export { SuppressionSchema };
