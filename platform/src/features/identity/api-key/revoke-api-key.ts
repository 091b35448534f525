import type { ApiKey, Uuid } from '@tabard/contract';
import { loadChain } from '#features/identity/organization';
import { fail, type OrganizationWriteScope, type Sql } from '#kernel';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

/** Ends a key of the caller's branch, within five seconds everywhere. Revoking it again changes nothing. */
export async function revokeApiKey(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<ApiKey> {
  const { app, principal, sql } = scope;
  const [key] = await sql<{ organization_id: Uuid; workspace_id: Uuid | null }>(
    'select organization_id, workspace_id from api_key where id = $1 for update',
    [input.id],
  );
  const chain = key ? await loadChain(app, key.organization_id) : [];
  const inBranch = chain.some((organization) => organization.id === principal.organizationId);
  const inReach = principal.workspaceId === null || key?.workspace_id === principal.workspaceId;
  if (!inBranch || !inReach) fail('api_key.not_found');
  return showApiKey((await endApiKey(sql, input.id)) ?? fail('api_key.not_found'));
}

/** Ends a key; asks nobody for permission. */
export async function endApiKey(sql: Sql, id: Uuid): Promise<ApiKeyRow | undefined> {
  const [row] = await sql<ApiKeyRow>(
    `update api_key set revoked_at = coalesce(revoked_at, now()) where id = $1 returning ${apiKeyColumns}`,
    [id],
  );
  return row;
}
