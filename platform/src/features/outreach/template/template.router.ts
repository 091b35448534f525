import { templateFieldsOutput, templatePreviewInput, templatePreviewOutput } from '@tabard/contract';
import { z } from 'zod';
import {
  archiveOf,
  createOf,
  getOf,
  listOf,
  restoreOf,
  router,
  updateOf,
  workspaceCall,
  workspaceQuery,
} from '#kernel';
import { fieldsOf } from './fields-of.ts';
import { listMergeFields } from './list-merge-fields.ts';
import { previewTemplate } from './preview-template.ts';
import { templates } from './template.entity.ts';

export const templateRouter = router({
  /** Lists the templates, newest first unless told otherwise. */
  list: listOf(templates),
  /** Gets one template. */
  get: getOf(templates),
  /** Saves a template; a merge field that does not exist is an error that names it. */
  create: createOf(templates, {
    prepare: async (scope, input) => ({ ...input, fields: await fieldsOf(scope, input) }),
  }),
  /** Changes the given fields of a template; campaigns that took its texts keep theirs. */
  update: updateOf(templates, {
    async prepare(scope, changes, known) {
      const { subject = known.subject, body = known.body } = changes;
      const changed = subject !== known.subject || body !== known.body;
      // A rename does not ask whether a field that a lead once had still exists.
      return changed ? { ...changes, fields: await fieldsOf(scope, { subject, body }) } : changes;
    },
  }),
  /** Takes up to 1,000 templates out of the list. */
  archive: archiveOf(templates),
  /** Brings archived templates back. */
  restore: restoreOf(templates),
  /** Renders texts, saved or not, for a lead. Changes nothing; it is no query because a body does not fit into an address. */
  preview: workspaceCall({
    permission: templates.read,
    input: templatePreviewInput,
    output: templatePreviewOutput,
    handler: previewTemplate,
  }),
  /** Lists the merge fields that texts may use. */
  fields: workspaceQuery({
    permission: templates.read,
    input: z.strictObject({}).optional(),
    output: templateFieldsOutput,
    handler: listMergeFields,
  }),
});
