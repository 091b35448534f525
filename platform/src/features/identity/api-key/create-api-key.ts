import type { ApiKey, Permission, Uuid } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { reachAbove, requireOrganization } from '#features/identity/organization';
import { requireWorkspace } from '#features/identity/workspace';
import { fail, issueToken, newId, type OrganizationScope, type OrganizationWriteScope, type Sql } from '#kernel';
import { apiKeyPrefix, requireGrantable } from './api-key.rules.ts';
import { normalizeNetworks } from './networks.ts';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

interface Place {
  organizationId: Uuid;
  workspaceId?: Uuid;
}
/** What a key is to be. */
interface KeyFacts {
  name: string;
  permissions: Permission[];
  expiresAt?: string;
  networks?: string[];
}
export type ApiKeyRequest = Place & KeyFacts;

/** Makes a key for an organization or one workspace of it, with at most its maker's permissions. The secret is shown here only. A person confirms first that it is them. */
export async function createApiKey(
  scope: OrganizationWriteScope,
  input: Partial<Place> & KeyFacts,
): Promise<ApiKey & { secret: string }> {
  const place = await requireKeyPlace(scope, input);
  await requireConfirmedIfPerson(scope);
  await requireGrantable(scope, input.permissions);
  return insertApiKey(scope.sql, { ...input, ...place });
}

/** Where the key is to be good; whoever is let into one workspace only makes keys of that. */
async function requireKeyPlace(scope: OrganizationScope, named: Partial<Place>): Promise<Place> {
  const workspaceId = named.workspaceId ?? (named.organizationId ? undefined : (scope.workspaceId ?? undefined));
  if (!workspaceId) {
    const organizationId = named.organizationId ?? fail('auth.workspace_required');
    await requireOrganization(scope, organizationId, 'manage');
    return { organizationId };
  }
  const { row, chain } = await requireWorkspace(scope, workspaceId);
  const organizationId = named.organizationId ?? row.organization_id;
  if (!chain.some(({ id }) => id === organizationId)) fail('workspace.not_found');
  if ((await reachAbove(scope)) !== null) await requireOrganization(scope, organizationId, 'manage');
  else if (organizationId !== row.organization_id) fail('organization.not_found');
  return { organizationId, workspaceId };
}

/** Writes a key; asks nobody for permission. */
export async function insertApiKey(sql: Sql, input: ApiKeyRequest): Promise<ApiKey & { secret: string }> {
  const token = issueToken(apiKeyPrefix);
  const [row] = await sql<ApiKeyRow>(
    `insert into api_key (id, organization_id, workspace_id, name, hint, secret_hash, permissions, expires_at, networks)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${apiKeyColumns}`,
    [
      newId(),
      input.organizationId,
      input.workspaceId ?? null,
      input.name,
      token.hint,
      token.hash,
      [...new Set(input.permissions)],
      input.expiresAt ?? null,
      normalizeNetworks(input.networks ?? []),
    ],
  );
  return { ...showApiKey(row ?? fail('internal.unexpected')), secret: token.secret };
}
