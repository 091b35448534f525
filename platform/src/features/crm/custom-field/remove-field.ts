import { toPublicId, type Uuid } from '@tabard/contract';
import { emitStandard, fail, type WriteScope } from '#kernel';
import { customFields } from './custom-field.entity.ts';
import { removeValuesJob } from './remove-values.job.ts';

/** Begins to delete a field, live or archived, with all of its values: nobody sees it in use from now on, and there is no way back. */
export async function removeField(scope: WriteScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const { workspaceId, sql } = scope;
  const rows = await sql(
    `update custom_field set archived_at = coalesce(archived_at, now()), removal = coalesce(removal, 0), updated_at = now()
      where workspace_id = $1 and id = $2 returning id`,
    [workspaceId, id],
  );
  if (rows.length === 0) fail('custom_field.not_found');
  emitStandard(scope, customFields, 'updated', id);
  scope.enqueue(removeValuesJob, { workspaceId, fieldId: id });
  return { id: toPublicId('customField', id) };
}
