import {
  searchCountsInput,
  searchCountsOutput,
  searchQueryInput,
  searchQueryOutput,
  searchStatusOutput,
  searchSuggestInput,
  searchSuggestOutput,
} from '@tabard/contract/operations/search';
import {
  savedSearch,
  searchDone,
  searchForgetInput,
  searchMissesInput,
  searchMissesOutput,
  searchRecentOutput,
  searchRememberInput,
  searchRemoveSavedInput,
  searchSavedOutput,
  searchSaveInput,
} from '@tabard/contract/operations/search-memory';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { buildIndex, readStatus } from './build-index.ts';
import { forgetSearches, listMisses, listRecent, rememberSearch } from './recent-searches.ts';
import { listSaved, removeSaved, saveSearch } from './saved-searches.ts';
import { countHits, searchWorkspace, suggestHits } from './search-workspace.ts';

/** Whoever may be in a workspace may search it, and finds what they may read. */
const permission = 'workspace.read';
const nothing = z.strictObject({});

export const searchRouter = router({
  /** Records of all nouns that say every word of a text, the best first, with where they say it. */
  query: workspaceQuery({
    permission,
    input: searchQueryInput,
    output: searchQueryOutput,
    handler: searchWorkspace,
  }),
  /** How many hits each noun has, up to 1,000, and whether everything is searched. */
  counts: workspaceQuery({
    permission,
    input: searchCountsInput,
    output: searchCountsOutput,
    handler: countHits,
  }),
  /** The best records for what was typed so far: live ones, without fragments. */
  suggest: workspaceQuery({
    permission,
    input: searchSuggestInput,
    output: searchSuggestOutput,
    handler: suggestHits,
  }),
  /** How far the index of the workspace is: it is a second or so behind what was changed. */
  status: workspaceQuery({ permission, input: nothing, output: searchStatusOutput, handler: readStatus }),
  /** Has the index built anew from the records; `status` says how far that is. */
  rebuild: workspaceMutation({
    permission: 'workspace.manage',
    input: nothing,
    output: searchStatusOutput,
    handler: buildIndex,
  }),
  /** Notes that the caller searched for something, so that it is offered again. Nobody else sees it. */
  remember: workspaceMutation({ permission, input: searchRememberInput, output: searchDone, handler: rememberSearch }),
  /** What the caller searched for lately; kept for 90 days. */
  recent: workspaceQuery({ permission, input: nothing, output: searchRecentOutput, handler: listRecent }),
  /** Forgets one of the caller's searches, or all. */
  forget: workspaceMutation({ permission, input: searchForgetInput, output: searchDone, handler: forgetSearches }),
  /** What people of the workspace searched for and did not find, without their names. */
  misses: workspaceQuery({
    permission: 'workspace.manage',
    input: searchMissesInput,
    output: searchMissesOutput,
    handler: listMisses,
  }),
  /** The searches that the caller saved, and those that are shared. */
  saved: workspaceQuery({ permission, input: nothing, output: searchSavedOutput, handler: listSaved }),
  /** Keeps a search under a name, for the caller or for all. */
  save: workspaceMutation({ permission, input: searchSaveInput, output: savedSearch, handler: saveSearch }),
  /** Removes a saved search: one's own, or one that is shared by whoever manages the workspace. */
  removeSaved: workspaceMutation({
    permission,
    input: searchRemoveSavedInput,
    output: searchDone,
    handler: removeSaved,
  }),
});
