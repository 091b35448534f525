import {
  searchQueryInput,
  searchQueryOutput,
  searchStatusOutput,
  searchSuggestInput,
  searchSuggestOutput,
} from '@tabard/contract/operations/search';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { buildIndex, readStatus } from './build-index.ts';
import { searchWorkspace, suggestHits } from './search-workspace.ts';

/** Whoever may be in a workspace may search it, and finds what they may read. */
const permission = 'workspace.read';

export const searchRouter = router({
  /** Records of all nouns that say every word of a text, the best first, with where they say it. */
  query: workspaceQuery({
    permission,
    input: searchQueryInput,
    output: searchQueryOutput,
    handler: searchWorkspace,
  }),
  /** The best records for what was typed so far: live ones, without fragments. */
  suggest: workspaceQuery({
    permission,
    input: searchSuggestInput,
    output: searchSuggestOutput,
    handler: suggestHits,
  }),
  /** How far the index of the workspace is: it is a second or so behind what was changed. */
  status: workspaceQuery({ permission, input: z.strictObject({}), output: searchStatusOutput, handler: readStatus }),
  /** Has the index built anew from the records; `status` says how far that is. */
  rebuild: workspaceMutation({
    permission: 'workspace.manage',
    input: z.strictObject({}),
    output: searchStatusOutput,
    handler: buildIndex,
  }),
});
