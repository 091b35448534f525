import type { Uuid } from '@tabard/contract';
import { customFieldNoun } from '@tabard/contract/crm/custom-field';
import { changeOne, defineSnapshotPart, insertOne, lockOne, setArchived } from '#kernel';
import { customFields } from './custom-field.entity.ts';
import { requireKept, requireOptions, requireRoom } from './custom-field.rules.ts';

/** The live custom fields of a workspace, known from workspace to workspace by what they belong to and their keys. */
export const customFieldSnapshot = defineSnapshotPart({
  name: 'customFields',
  shape: customFieldNoun.createInput,
  nameOf: ({ noun, key }) => `${noun}.${key}`,
  async list({ read, workspaceId }) {
    const rows = await read<{ id: Uuid }>(
      `select id, noun, key, label, type, options, required, description, position from custom_field
        where workspace_id = $1 and archived_at is null order by position, created_at, id`,
      [workspaceId],
    );
    return rows.map(({ id, ...value }) => ({ id, value: customFieldNoun.createInput.parse(value), fixed: null }));
  },
  async save(scope, value, known) {
    requireOptions(value.type, value.options);
    if (known) {
      const row = await lockOne(customFields, scope, known.id);
      requireKept(value, row);
      await changeOne(customFields, scope, row, value);
    } else {
      await requireRoom(scope, value.noun, 1);
      await insertOne(customFields, scope, value);
    }
  },
  async archive(scope, ids) {
    await setArchived(customFields, scope, { ids, archived: true });
  },
});
