import type { Uuid } from '@tabard/contract';
import { loadChain, reachAbove } from '#features/identity/organization';
import { fail, type OrganizationWriteScope } from '#kernel';
import { apiKeyColumns, type ApiKeyRow } from './show-api-key.ts';

/** A key that the caller may change, locked until the end of the transaction: of their branch, or of the one workspace they are in. */
export async function requireApiKey(scope: OrganizationWriteScope, id: Uuid): Promise<ApiKeyRow> {
  const [key] = await scope.sql<ApiKeyRow>(`select ${apiKeyColumns} from api_key where id = $1 for update`, [id]);
  return key && (await isInReach(scope, key)) ? key : fail('api_key.not_found');
}

async function isInReach(scope: OrganizationWriteScope, key: ApiKeyRow): Promise<boolean> {
  const root = await reachAbove(scope);
  if (root === null) return key.workspace_id !== null && key.workspace_id === scope.principal.workspaceId;
  return (await loadChain(scope.app, key.organization_id)).some(({ id }) => id === root);
}
