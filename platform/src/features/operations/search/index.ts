import { defineFeature } from '#kernel';
import { keepIndexJob, searchSweep } from './keep-index.job.ts';
import {
  RecentSearchSchema,
  recentSearchRetention,
  SavedSearchSchema,
  SearchChangeSchema,
  SearchDocumentSchema,
  SearchPostingSchema,
  SearchStateSchema,
  SearchWordSchema,
} from './search.entity.ts';
import { searchRouter } from './search.router.ts';

/** The search over a workspace: an index of words of all nouns that take part, and what is found by it. */
export const searchFeature = defineFeature({
  name: 'search',
  entities: [
    SearchPostingSchema,
    SearchDocumentSchema,
    SearchWordSchema,
    SearchChangeSchema,
    SearchStateSchema,
    RecentSearchSchema,
    SavedSearchSchema,
  ],
  retention: [recentSearchRetention],
  router: searchRouter,
  jobs: [keepIndexJob],
  services: [searchSweep],
});

export { searchTriggers } from './search-triggers.ts';
export { searchRouter };
