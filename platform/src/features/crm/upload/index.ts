import { defineFeature } from '#kernel';
import { receiveUpload } from './receive-upload.ts';
import { uploadSweep } from './sweep-uploads.ts';
import { UploadSchema } from './upload.entity.ts';

/** Uploads: files that wait for their use. */
export const uploadFeature = defineFeature({
  name: 'upload',
  entities: [UploadSchema],
  routes: [receiveUpload],
  services: [uploadSweep],
});

export { findUpload, storeUpload, uploadKey } from './store-upload.ts';
