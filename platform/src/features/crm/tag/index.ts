import { defineFeature } from '#kernel';
import { spreadSweep } from './spread-sweep.ts';
import { spreadTagJob } from './spread-tag.job.ts';
import { LeadTagSchema, TagSchema } from './tag.entity.ts';
import { tagRouter } from './tag.router.ts';

/** Tags: the words that leads are sorted by. */
export const tagFeature = defineFeature({
  name: 'tag',
  entities: [TagSchema, LeadTagSchema],
  router: tagRouter,
  jobs: [spreadTagJob],
  services: [spreadSweep],
});

export { tagLinkFunctions } from './link-tags.ts';
export { keptOf, settleTags, settleWords, tagsOfWords, type KeptWord } from './settle-tags.ts';
export { tagRouter };
