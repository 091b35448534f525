import { templateNoun, type Uuid } from '@tabard/contract';
import { changeOne, defineSnapshotPart, insertOne, lockOne, setArchived } from '#kernel';
import { fieldsOf } from './fields-of.ts';
import { templates } from './template.entity.ts';

/** The live templates of a workspace. */
export const templateSnapshot = defineSnapshotPart({
  name: 'templates',
  shape: templateNoun.createInput,
  nameOf: ({ name }) => name,
  async list({ read, workspaceId }) {
    const rows = await read<{ id: Uuid; name: string; subject: string; body: string }>(
      'select id, name, subject, body from template where workspace_id = $1 and archived_at is null order by created_at, id',
      [workspaceId],
    );
    return rows.map(({ id, ...value }) => ({ id, value, fixed: null }));
  },
  async save(scope, value, known) {
    const values = { ...value, fields: await fieldsOf(scope, value) };
    if (known) await changeOne(templates, scope, await lockOne(templates, scope, known.id), values);
    else await insertOne(templates, scope, values);
  },
  async archive(scope, ids) {
    await setArchived(templates, scope, { ids, archived: true });
  },
});
