import {
  companyDuplicatesInput,
  companyDuplicatesOutput,
  companyEnrichInput,
  companyEnrichOutput,
  companyGroupOutput,
  companyOutput,
  companyOwnersOutput,
} from '@tabard/contract/crm/company';
import {
  companyMergeInput,
  companyMergeListInput,
  companyMergeListOutput,
  companyMergeOutput,
  companyMergePreviewInput,
  companyMergePreviewOutput,
  companyMergeUndoInput,
} from '@tabard/contract/crm/company-merge';
import { z } from 'zod';
import { idOutput } from '@tabard/contract';
import { archiveOf, countOf, getOf, listOf, restoreOf, router, workspaceMutation, workspaceQuery } from '#kernel';
import { companies } from './company.entity.ts';
import { createCompany } from './create-company.ts';
import { enrichCompany, requestEnrichment } from './enrich-company.ts';
import { findDuplicates } from './find-duplicates.ts';
import { listOwners } from './list-owners.ts';
import { mergeCompany, previewMerge } from './merge-company.ts';
import { readGroup } from './read-group.ts';
import { removeCompany } from './remove-company.ts';
import { listMerges, undoMerge } from './undo-merge.ts';
import { updateCompany } from './write-company.ts';

const { read, write, noun } = companies;

export const companyRouter = router({
  /** Lists companies, newest first unless told otherwise. */
  list: listOf(companies, { inOrder: true }),
  /** Counts the companies that a filter takes. */
  count: countOf(companies),
  /** Gets one company. */
  get: getOf(companies),
  /** Adds one company. Leads that are there already join it by a match. */
  create: workspaceMutation({
    permission: write,
    input: noun.createInput,
    output: companyOutput,
    handler: createCompany,
  }),
  /** Changes the given fields of a company; `null` empties a field. Its leads say its new name. A `parentId` moves it, with all below it. */
  update: workspaceMutation({
    permission: write,
    input: noun.updateInput,
    output: companyOutput,
    handler: updateCompany,
  }),
  /** Takes up to 1,000 companies out of lists. Their leads stay, and no further ones join. */
  archive: archiveOf(companies),
  /** Brings archived companies back. */
  restore: restoreOf(companies, {
    async prepare({ sql, workspaceId }, ids) {
      await sql(
        'update company set merged_into_id = null where workspace_id = $1 and id = any($2::uuid[]) and merged_into_id is not null',
        [workspaceId, ids],
      );
    },
  }),
  /** Deletes one company for good. Its leads stay and keep its name as a text; what lies below it has no parent any more. */
  remove: workspaceMutation({
    permission: write,
    input: noun.idInput,
    output: z.object({ id: idOutput('company') }),
    handler: removeCompany,
  }),
  /** Gets the whole group of a company, from the top down; up to 1,000. */
  group: workspaceQuery({ permission: read, input: noun.idInput, output: companyGroupOutput, handler: readGroup }),
  /** Lists live companies that have a domain in common, or the same name but for case and accents. */
  duplicates: workspaceQuery({
    permission: read,
    input: companyDuplicatesInput,
    output: companyDuplicatesOutput,
    handler: findDuplicates,
  }),
  /** What would come of a merge: both companies, in what they differ, and what comes along. */
  previewMerge: workspaceQuery({
    permission: read,
    input: companyMergePreviewInput,
    output: companyMergePreviewOutput,
    handler: previewMerge,
  }),
  /** Makes one company part of another: its leads, subsidiaries, domains and history come along, and it goes into the archive. */
  merge: workspaceMutation({
    permission: write,
    input: companyMergeInput,
    output: companyMergeOutput,
    handler: mergeCompany,
  }),
  /** Lists the merges into a company, newest first. */
  merges: workspaceQuery({
    permission: read,
    input: companyMergeListInput,
    output: companyMergeListOutput,
    handler: listMerges,
  }),
  /** Takes a merge back, within thirty days: both companies are there again, each with what it had. */
  undoMerge: workspaceMutation({
    permission: write,
    input: companyMergeUndoInput,
    output: companyOutput,
    handler: undoMerge,
  }),
  /** Lists who can look after a company. */
  owners: workspaceQuery({
    permission: write,
    input: z.strictObject({}),
    output: companyOwnersOutput,
    handler: listOwners,
  }),
  /** Fills in what is empty, or what the same source filled in before; what a person wrote stays. For integrations. */
  enrich: workspaceMutation({
    permission: write,
    input: companyEnrichInput,
    output: companyEnrichOutput,
    handler: enrichCompany,
  }),
  /** Asks integrations to fill in a company, by the event `company.enrichment_requested`. */
  requestEnrichment: workspaceMutation({
    permission: write,
    input: noun.idInput,
    output: z.object({ id: idOutput('company') }),
    handler: requestEnrichment,
  }),
});
