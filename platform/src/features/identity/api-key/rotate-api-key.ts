import type { ApiKey, Uuid } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { fail, issueToken, type OrganizationWriteScope } from '#kernel';
import { apiKeyPrefix, requireGrantable } from './api-key.rules.ts';
import { requireApiKey } from './require-api-key.ts';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

/**
 * Gives a key a new secret; the one before works for `overlap` seconds more and then ends by itself. One before that ends at once, so two
 * work at most. Whoever is handed the secret can do what the key may, so nobody rotates one that may more than they, and a person confirms first that it is them.
 */
export async function rotateApiKey(
  scope: OrganizationWriteScope,
  input: { id: Uuid; overlap: number },
): Promise<ApiKey & { secret: string }> {
  const key = await requireApiKey(scope, input.id);
  if (showApiKey(key).state === 'ended') fail('api_key.ended');
  await requireConfirmedIfPerson(scope);
  await requireGrantable(scope, key.permissions);
  const token = issueToken(apiKeyPrefix);
  const [row] = await scope.sql<ApiKeyRow>(
    `update api_key
        set secret_hash = $2, hint = $3, rotated_at = now(),
            previous_hash = case when $4 > 0 then secret_hash end, previous_hint = case when $4 > 0 then hint end,
            previous_until = case when $4 > 0 then now() + make_interval(secs => $4) end
      where id = $1 returning ${apiKeyColumns}`,
    [key.id, token.hash, token.hint, input.overlap],
  );
  return { ...showApiKey(row ?? fail('api_key.not_found')), secret: token.secret };
}
