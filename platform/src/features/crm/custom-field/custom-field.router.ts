import { idOutput } from '@tabard/contract';
import { customFieldArrangeInput, customFieldNoun, customFieldUsesOutput } from '@tabard/contract/crm/custom-field';
import { z } from 'zod';
import {
  archiveOf,
  createOf,
  getOf,
  listOf,
  restoreOf,
  router,
  updateOf,
  workspaceMutation,
  workspaceQuery,
} from '#kernel';
import { arrangeFields } from './arrange-fields.ts';
import { customFields } from './custom-field.entity.ts';
import { requireKept, requireOptions, requireRoom, requireStaying } from './custom-field.rules.ts';
import { listUses } from './list-uses.ts';
import { removeField } from './remove-field.ts';

export const customFieldRouter = router({
  /** Lists the fields of your own, newest first unless told otherwise. */
  list: listOf(customFields),
  /** Gets one field. */
  get: getOf(customFields),
  /** Adds a field; from now on what comes in under its key is checked. What leads have under the key already stays. */
  create: createOf(customFields, {
    async prepare(scope, input) {
      await requireRoom(scope, input.noun, 1);
      requireOptions(input.type, input.options);
      return input;
    },
  }),
  /** Changes the given parts of a field; key, type and what it belongs to stay as they were made. */
  update: updateOf(customFields, {
    prepare(_scope, changes, known) {
      requireKept(changes, known);
      requireOptions(known.type, changes.options ?? known.options);
      return changes;
    },
  }),
  /** Puts live fields into an order. */
  arrange: workspaceMutation({
    permission: customFields.write,
    input: customFieldArrangeInput,
    output: z.object({ count: z.int().describe('How many stand elsewhere now.') }),
    handler: arrangeFields,
  }),
  /** Tells what depends on a field. */
  uses: workspaceQuery({
    permission: customFields.read,
    input: customFieldNoun.idInput,
    output: customFieldUsesOutput,
    handler: listUses,
  }),
  /** Deletes a field and all of its values for good; `removal` says how far that is, and the event `custom_field.deleted` when it is done. */
  remove: workspaceMutation({
    permission: customFields.write,
    input: customFieldNoun.idInput,
    output: z.object({ id: idOutput('customField') }),
    handler: removeField,
  }),
  /** Takes up to 1,000 fields out of use: their values are kept, and what comes in under their keys is a text again. */
  archive: archiveOf(customFields),
  /** Brings archived fields back. */
  restore: restoreOf(customFields, {
    async prepare(scope, ids) {
      await requireStaying(scope, ids);
      await requireRoom(scope, 'lead', ids.length);
    },
  }),
});
