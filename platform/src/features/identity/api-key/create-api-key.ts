import type { ApiKey, Permission, Uuid } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { requireOrganization } from '#features/identity/organization';
import { requireWorkspace } from '#features/identity/workspace';
import { fail, issueToken, newId, type OrganizationWriteScope, type Sql } from '#kernel';
import { apiKeyPrefix, requireGrantable } from './api-key.rules.ts';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

export interface ApiKeyRequest {
  organizationId: Uuid;
  workspaceId?: Uuid;
  name: string;
  permissions: Permission[];
  expiresAt?: string;
}

/** Makes a key for an organization or one workspace of it, with at most its maker's permissions. The secret is shown here only. A person confirms first that it is them. */
export async function createApiKey(
  scope: OrganizationWriteScope,
  input: ApiKeyRequest,
): Promise<ApiKey & { secret: string }> {
  await requireOrganization(scope, input.organizationId, 'manage');
  await requireConfirmedIfPerson(scope);
  if (input.workspaceId) {
    const { chain } = await requireWorkspace(scope, input.workspaceId);
    if (!chain.some((organization) => organization.id === input.organizationId)) fail('workspace.not_found');
  }
  requireGrantable(scope.principal, input.permissions);
  return insertApiKey(scope.sql, input);
}

/** Writes a key; asks nobody for permission. */
export async function insertApiKey(sql: Sql, input: ApiKeyRequest): Promise<ApiKey & { secret: string }> {
  const token = issueToken(apiKeyPrefix);
  const [row] = await sql<ApiKeyRow>(
    `insert into api_key (id, organization_id, workspace_id, name, hint, secret_hash, permissions, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${apiKeyColumns}`,
    [
      newId(),
      input.organizationId,
      input.workspaceId ?? null,
      input.name,
      token.hint,
      token.hash,
      [...new Set(input.permissions)],
      input.expiresAt ?? null,
    ],
  );
  return { ...showApiKey(row ?? fail('internal.unexpected')), secret: token.secret };
}
