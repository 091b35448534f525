import { defineFeature } from '#kernel';
import { UploadSchema } from './upload.entity.ts';

/** The upload feature. */
export const uploadFeature = defineFeature({ name: 'upload', entities: [UploadSchema] });

export { UploadSchema };
