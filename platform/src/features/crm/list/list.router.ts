import { listLeadsInput, listLeadsOutput } from '@tabard/contract/crm/list';
import { archiveOf, countOf, createOf, getOf, listOf, restoreOf, router, updateOf, workspaceMutation } from '#kernel';
import { addLeads, removeLeads } from './change-members.ts';
import { lists } from './list.entity.ts';

const members = { permission: lists.write, input: listLeadsInput, output: listLeadsOutput } as const;

export const listRouter = router({
  /** Lists the lists with the number of their leads, newest first unless told otherwise. */
  list: listOf(lists),
  /** Counts the lists that a filter takes. */
  count: countOf(lists),
  /** Gets one list. Its leads are those of `leads.list` with the filter `listId`. */
  get: getOf(lists),
  /** Adds a list. */
  create: createOf(lists),
  /** Changes the given fields of a list. */
  update: updateOf(lists),
  /** Puts up to 1,000 leads on a list: all of them or none. */
  addLeads: workspaceMutation({ ...members, handler: addLeads }),
  /** Takes up to 1,000 leads off a list. */
  removeLeads: workspaceMutation({ ...members, handler: removeLeads }),
  /** Takes up to 1,000 lists out of use; one that kept leads from being enrolled does not any more. */
  archive: archiveOf(lists),
  /** Brings archived lists back, with their leads. */
  restore: restoreOf(lists),
});
