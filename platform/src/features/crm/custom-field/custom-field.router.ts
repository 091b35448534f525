import { archiveOf, createOf, getOf, listOf, restoreOf, router, updateOf } from '#kernel';
import { customFields } from './custom-field.entity.ts';
import { requireKept, requireOptions, requireRoom } from './custom-field.rules.ts';

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
  /** Takes up to 1,000 fields out of use: their values are kept, and what comes in under their keys is a text again. */
  archive: archiveOf(customFields),
  /** Brings archived fields back. */
  restore: restoreOf(customFields, {
    async prepare(scope, ids) {
      await requireRoom(scope, 'lead', ids.length);
    },
  }),
});
