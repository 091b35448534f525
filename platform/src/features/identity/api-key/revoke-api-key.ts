import type { ApiKey, Uuid } from '@tabard/contract';
import { fail, type OrganizationWriteScope, type Sql } from '#kernel';
import { requireApiKey } from './require-api-key.ts';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

/** Ends a key of the caller's reach with all of its secrets, within five seconds everywhere. Revoking it again changes nothing. */
export async function revokeApiKey(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<ApiKey> {
  const { id } = await requireApiKey(scope, input.id);
  return showApiKey((await endApiKey(scope.sql, id)) ?? fail('api_key.not_found'));
}

/** Ends a key; asks nobody for permission. */
export async function endApiKey(sql: Sql, id: Uuid): Promise<ApiKeyRow | undefined> {
  const [row] = await sql<ApiKeyRow>(
    `update api_key set revoked_at = coalesce(revoked_at, now()) where id = $1 returning ${apiKeyColumns}`,
    [id],
  );
  return row;
}
