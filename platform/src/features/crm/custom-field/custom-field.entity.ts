import { customFieldNoun } from '@tabard/contract/crm/custom-field';
import { listIndexes, p, storeOf, tableOf } from '#kernel';

/** A field of a workspace's own on a noun. Archived ones keep their key, because values under it are kept. */
export const CustomFieldSchema = tableOf(customFieldNoun, {
  // The sweep looks across workspaces for those that are being deleted.
  maintenance: ['select'],
  columns: {
    /** The last lead that a deletion has been through. */
    removedUntil: p.uuid().nullable(),
  },
  indexes: listIndexes(customFieldNoun),
  uniques: [{ name: 'custom_field_key', properties: ['workspaceId', 'noun', 'key'] }],
});

/** Where custom fields are kept. */
export const customFields = storeOf(customFieldNoun, CustomFieldSchema, {
  alias: 'f',
  conflicts: { custom_field_key: 'custom_field.key_taken' },
});
