import { toPublicId, type Uuid } from '@tabard/contract';
import { emitStandard, fail, type WriteScope } from '#kernel';
import { companies } from './company.entity.ts';

/**
 * Deletes a company for good. Its leads stay with its name as a text; whoever puts a lead into it at this moment holds its row, and is
 * waited for.
 */
export async function removeCompany(scope: WriteScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const { sql, workspaceId } = scope;
  const rows = await sql('delete from company where workspace_id = $1 and id = $2 returning id', [workspaceId, id]);
  if (rows.length === 0) fail('company.not_found');
  await sql('update lead set company_id = null, updated_at = now() where workspace_id = $1 and company_id = $2', [
    workspaceId,
    id,
  ]);
  emitStandard(scope, companies, 'deleted', id);
  return { id: toPublicId('company', id) };
}
