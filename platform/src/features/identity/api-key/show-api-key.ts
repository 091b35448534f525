import { toPublicId, type ApiKey, type Permission, type Uuid } from '@tabard/contract';

export interface ApiKeyRow {
  id: Uuid;
  organization_id: Uuid;
  workspace_id: Uuid | null;
  name: string;
  hint: string;
  permissions: Permission[];
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

/** The columns of an `ApiKeyRow`. */
export const apiKeyColumns =
  'id, organization_id, workspace_id, name, hint, permissions, created_at, last_used_at, expires_at, revoked_at';

/** The key as callers see it: everything but the secret, which nobody knows any more. */
export function showApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: toPublicId('apiKey', row.id),
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
    name: row.name,
    hint: row.hint,
    permissions: row.permissions,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
