import { toPublicId, type ApiKey, type Permission, type Uuid } from '@tabard/contract';

export interface ApiKeyRow {
  id: Uuid;
  organization_id: Uuid;
  workspace_id: Uuid | null;
  name: string;
  hint: string;
  rotated_at: Date | null;
  previous_hint: string | null;
  previous_until: Date | null;
  permissions: Permission[];
  networks: string[];
  created_at: Date;
  last_used_at: Date | null;
  last_used_from: string | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  ended: boolean;
}

/** SQL of whether a key opens nothing any more. */
export const hasEnded = `(revoked_at is not null or coalesce(expires_at <= now(), false))`;

/** The columns of an `ApiKeyRow`. An old secret whose time is over is none. */
export const apiKeyColumns = `id, organization_id, workspace_id, name, hint, rotated_at, permissions, networks, created_at, last_used_at,
  last_used_from, expires_at, revoked_at, ${hasEnded} as ended,
  case when previous_until > now() then previous_hint end as previous_hint,
  case when previous_until > now() then previous_until end as previous_until`;

/** The key as callers see it: everything but the secret, which nobody knows any more. */
export function showApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: toPublicId('apiKey', row.id),
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
    name: row.name,
    hint: row.hint,
    secrets: row.ended ? [] : liveSecrets(row),
    state: row.ended ? 'ended' : 'active',
    networks: row.networks,
    permissions: row.permissions,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastUsedFrom: row.last_used_from,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

function liveSecrets(row: ApiKeyRow): ApiKey['secrets'] {
  const present = { hint: row.hint, createdAt: (row.rotated_at ?? row.created_at).toISOString(), endsAt: null };
  if (!row.previous_hint || !row.previous_until) return [present];
  return [present, { hint: row.previous_hint, createdAt: null, endsAt: row.previous_until.toISOString() }];
}
