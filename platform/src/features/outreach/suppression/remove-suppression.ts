import { toPublicId } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';

/** Lets mail go to an address again. */
export async function removeSuppression(scope: WriteScope, { id }: { id: string }): Promise<{ id: string }> {
  const rows = await scope.sql('delete from suppression where workspace_id = $1 and id = $2 returning id', [
    scope.workspaceId,
    id,
  ]);
  return rows.length > 0 ? { id: toPublicId('suppression', id) } : fail('suppression.not_found');
}
