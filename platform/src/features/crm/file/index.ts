import { defineFeature } from '#kernel';
import { FileSchema, FileUploadSchema, FileVersionSchema } from './file.entity.ts';
import { fileRetention, fileUploadRetention } from './file-retention.ts';
import { fileSearch } from './file-search.ts';
import { fileRouter } from './file.router.ts';
import { receivePart } from './receive-part.ts';
import { scanJob, scanSweep } from './scan.job.ts';
import { seedFiles } from './seed-files.ts';
import { sendContent, sendThumbnail } from './send-file.ts';

/** Files that people keep with leads, companies and deals, in versions. */
export const fileFeature = defineFeature({
  name: 'file',
  entities: [FileSchema, FileVersionSchema, FileUploadSchema],
  searched: [fileSearch],
  router: fileRouter,
  routes: [receivePart, sendContent, sendThumbnail],
  jobs: [scanJob],
  services: [scanSweep],
  retention: [fileRetention, fileUploadRetention],
  files: ['files'],
  seed: seedFiles,
});

export { fileRouter };
export { namesOfFiles } from './list-files.ts';
export { versionKey } from './file-keys.ts';
export { disposition, requireHarmless, sendBytes, type Sendable } from './send-file.ts';
export { sizeWords } from './size-words.ts';
