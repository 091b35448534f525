import {
  leadDistinctInput,
  leadDuplicatesInput,
  leadDuplicatesOutput,
  leadMergeInput,
  leadMergeListInput,
  leadMergeListOutput,
  leadMergeOutput,
  leadMergePreviewInput,
  leadMergePreviewOutput,
  leadMergeUndoInput,
} from '@tabard/contract/crm/lead-merge';
import { leadOutput } from '@tabard/contract';
import { z } from 'zod';
import { leads } from '#features/crm/lead';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { findDuplicates, tellApart } from './find-duplicates.ts';
import { mergeLead, previewMerge } from './merge-lead.ts';
import { listMerges, undoMerge } from './undo-merge.ts';

const { read, write } = leads;

export const leadMergeRouter = router({
  /** Lists live leads that may be the same: by an address, with and without a tag, by a number, or by name and company. */
  duplicates: workspaceQuery({
    permission: read,
    input: leadDuplicatesInput,
    output: leadDuplicatesOutput,
    handler: findDuplicates,
  }),
  /** Remembers that leads are not the same, so that they are not listed as duplicates any more. */
  tellApart: workspaceMutation({
    permission: write,
    input: leadDistinctInput,
    output: z.object({ count: z.int().describe('How many pairs that changed.') }),
    handler: tellApart,
  }),
  /** What would come of a merge: both leads, in what they differ, and what comes along. */
  preview: workspaceQuery({
    permission: read,
    input: leadMergePreviewInput,
    output: leadMergePreviewOutput,
    handler: previewMerge,
  }),
  /** Makes one lead part of another: its campaigns, conversations, lists, tags and addresses come along, and it goes into the archive. */
  merge: workspaceMutation({ permission: write, input: leadMergeInput, output: leadMergeOutput, handler: mergeLead }),
  /** Lists the merges into a lead, newest first. */
  list: workspaceQuery({
    permission: read,
    input: leadMergeListInput,
    output: leadMergeListOutput,
    handler: listMerges,
  }),
  /** Takes a merge back, within thirty days: both leads are there again, each with what it had. */
  undo: workspaceMutation({
    permission: write,
    input: leadMergeUndoInput,
    output: leadOutput,
    handler: undoMerge,
  }),
});
