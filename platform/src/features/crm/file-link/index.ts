import { defineFeature } from '#kernel';
import { FileLinkSchema, fileLinkRetention } from './file-link.entity.ts';
import { fileLinkRouter } from './file-link.router.ts';
import { sharedContent, sharedPage } from './shared-route.ts';

/** Links by which somebody outside gets a file. */
export const fileLinkFeature = defineFeature({
  name: 'file-link',
  entities: [FileLinkSchema],
  router: fileLinkRouter,
  routes: [sharedPage, sharedContent],
  retention: [fileLinkRetention],
});

export { fileLinkRouter };
