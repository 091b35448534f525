import { defineFeature } from '#kernel';
import { receiveUpload } from './receive-upload.ts';
import { UploadSchema, uploadRetention } from './upload.entity.ts';

/** Uploads: files that wait for their use. */
export const uploadFeature = defineFeature({
  name: 'upload',
  entities: [UploadSchema],
  routes: [receiveUpload],
  retention: [uploadRetention],
});

export { derivedFolder, findUpload, storeUpload, uploadKey } from './store-upload.ts';
