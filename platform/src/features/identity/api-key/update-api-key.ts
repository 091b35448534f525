import type { ApiKey, Uuid } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { fail, type OrganizationWriteScope } from '#kernel';
import { requireGrantable } from './api-key.rules.ts';
import { normalizeNetworks } from './networks.ts';
import { requireApiKey } from './require-api-key.ts';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

export interface ApiKeyChange {
  id: Uuid;
  name?: string;
  networks?: string[];
  expiresAt?: string | null;
}

/**
 * Changes what is given; from where a key may be used and how long it holds, within five seconds everywhere. Both keep out whoever
 * found the secret, so nobody changes them for a key that may more than they, and a person confirms first that it is them. A key that
 * has ended is not brought back.
 */
export async function updateApiKey(scope: OrganizationWriteScope, input: ApiKeyChange): Promise<ApiKey> {
  const key = await requireApiKey(scope, input.id);
  if (showApiKey(key).state === 'ended') fail('api_key.ended');
  if (isOther(key, input)) {
    await requireConfirmedIfPerson(scope);
    await requireGrantable(scope, key.permissions);
  }
  const [row] = await scope.sql<ApiKeyRow>(
    `update api_key set name = coalesce($2, name), networks = coalesce($3, networks),
            expires_at = case when $4 then $5 else expires_at end
      where id = $1 returning ${apiKeyColumns}`,
    [
      key.id,
      input.name ?? null,
      input.networks ? normalizeNetworks(input.networks) : null,
      input.expiresAt !== undefined,
      input.expiresAt ?? null,
    ],
  );
  return showApiKey(row ?? fail('api_key.not_found'));
}

/** Whether it could be used from elsewhere, or at another time; the form of the app gives both, changed or not. */
function isOther(key: ApiKeyRow, { networks, expiresAt }: ApiKeyChange): boolean {
  const isElsewhere = networks !== undefined && normalizeNetworks(networks).join() !== key.networks.join();
  const end = (moment: string | Date | null): number | null => (moment === null ? null : new Date(moment).getTime());
  return isElsewhere || (expiresAt !== undefined && end(expiresAt) !== end(key.expires_at));
}
