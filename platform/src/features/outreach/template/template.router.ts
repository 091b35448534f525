import {
  pageOf,
  templateArchiveInput,
  templateCreateInput,
  templateFieldsOutput,
  templateGetInput,
  templateListInput,
  templateOutput,
  templatePreviewInput,
  templatePreviewOutput,
  templateUpdateInput,
} from '@tabard/contract';
import { z } from 'zod';
import { router, workspaceCall, workspaceMutation, workspaceQuery } from '#kernel';
import { archiveTemplate } from './archive-template.ts';
import { createTemplate } from './create-template.ts';
import { getTemplate } from './get-template.ts';
import { listMergeFields } from './list-merge-fields.ts';
import { listTemplates } from './list-templates.ts';
import { previewTemplate } from './preview-template.ts';
import { updateTemplate } from './update-template.ts';

const read = { permission: 'template.read' } as const;
const write = { permission: 'template.write', output: templateOutput } as const;

export const templateRouter = router({
  /** Lists the templates, newest first. */
  list: workspaceQuery({ ...read, input: templateListInput, output: pageOf(templateOutput), act: listTemplates }),
  /** Gets one template. */
  get: workspaceQuery({ ...read, input: templateGetInput, output: templateOutput, act: getTemplate }),
  /** Saves a template; a merge field that does not exist is an error that names it. */
  create: workspaceMutation({ ...write, input: templateCreateInput, act: createTemplate }),
  /** Changes the given fields of a template. */
  update: workspaceMutation({ ...write, input: templateUpdateInput, act: updateTemplate }),
  /** Takes a template out of the list. */
  archive: workspaceMutation({ ...write, input: templateArchiveInput, act: archiveTemplate }),
  /** Renders texts, saved or not, for a lead. Changes nothing; it is no query because a body does not fit into an address. */
  preview: workspaceCall({ ...read, input: templatePreviewInput, output: templatePreviewOutput, act: previewTemplate }),
  /** Lists the merge fields that texts may use. */
  fields: workspaceQuery({
    ...read,
    input: z.strictObject({}).optional(),
    output: templateFieldsOutput,
    act: listMergeFields,
  }),
});
