import { tagMergeInput, tagNoun } from '@tabard/contract/crm/tag';
import { archiveOf, countOf, createOf, getOf, listOf, restoreOf, router, workspaceMutation } from '#kernel';
import { mergeTag, removeTag, tagRemoved, updateTag } from './change-tag.ts';
import { tags } from './tag.entity.ts';

export const tagRouter = router({
  /** Lists tags with the number of their leads, newest first unless told otherwise. */
  list: listOf(tags),
  /** Counts the tags that a filter takes. */
  count: countOf(tags),
  /** Gets one tag. */
  get: getOf(tags),
  /** Adds a tag. Another one with this name, in any spelling, is an error. */
  create: createOf(tags),
  /** Changes the given fields of a tag. A new name reaches all of its leads after the answer; `change` says how many are done. */
  update: workspaceMutation({
    permission: tags.write,
    input: tagNoun.updateInput,
    output: tagNoun.output,
    handler: updateTag,
  }),
  /** Lets all leads of a tag carry another one instead, and ends it. Gives the one that stays; a large tag ends after the answer. */
  merge: workspaceMutation({
    permission: tags.write,
    input: tagMergeInput,
    output: tagNoun.output,
    handler: mergeTag,
  }),
  /** Takes a tag off all of its leads and ends it; a large one ends after the answer. */
  remove: workspaceMutation({
    permission: tags.write,
    input: tagNoun.idInput,
    output: tagRemoved,
    handler: removeTag,
  }),
  /** Has up to 1,000 tags no longer offered; leads that carry them keep them. */
  archive: archiveOf(tags),
  /** Has archived tags offered again. */
  restore: restoreOf(tags),
});
