import { defineFeature } from '#kernel';
import { EnrollmentSchema } from './enrollment.entity.ts';

/** The enrollment feature. */
export const enrollmentFeature = defineFeature({ name: 'enrollment', entities: [EnrollmentSchema] });

export { EnrollmentSchema };
