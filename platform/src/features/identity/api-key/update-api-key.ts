import type { ApiKey, Uuid } from '@tabard/contract';
import { fail, type OrganizationWriteScope } from '#kernel';
import { normalizeNetworks } from './networks.ts';
import { requireApiKey } from './require-api-key.ts';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

export interface ApiKeyChange {
  id: Uuid;
  name?: string;
  networks?: string[];
  expiresAt?: string | null;
}

/** Changes what is given; from where a key may be used and how long it holds, within five seconds everywhere. */
export async function updateApiKey(scope: OrganizationWriteScope, input: ApiKeyChange): Promise<ApiKey> {
  const { id } = await requireApiKey(scope, input.id);
  const [row] = await scope.sql<ApiKeyRow>(
    `update api_key set name = coalesce($2, name), networks = coalesce($3, networks),
            expires_at = case when $4 then $5 else expires_at end
      where id = $1 returning ${apiKeyColumns}`,
    [
      id,
      input.name ?? null,
      input.networks ? normalizeNetworks(input.networks) : null,
      input.expiresAt !== undefined,
      input.expiresAt ?? null,
    ],
  );
  return showApiKey(row ?? fail('api_key.not_found'));
}
