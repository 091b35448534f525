import { defineFeature } from '#kernel';
import { UploadSchema } from './upload.entity.ts';

/** Uploads: files that wait for their use. */
export const uploadFeature = defineFeature({ name: 'upload', entities: [UploadSchema] });

export { findUpload, storeUpload, uploadKey } from './store-upload.ts';
export { UploadSchema };
