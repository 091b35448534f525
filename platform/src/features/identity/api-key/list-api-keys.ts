import type { ApiKey, Page, Uuid } from '@tabard/contract';
import { requireOrganization } from '#features/identity/organization';
import { decodeCursor, pageFrom, type ControlScope } from '#kernel';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

/** The keys of one organization, newest first, revoked ones too. */
export async function listApiKeys(
  scope: ControlScope,
  input: { cursor?: string; limit: number; organizationId: Uuid },
): Promise<Page<ApiKey>> {
  await requireOrganization(scope, input.organizationId, 'manage');
  const [before] = input.cursor ? decodeCursor(input.cursor, ['uuid']) : [null];
  const rows = await scope.app.database.readControl<ApiKeyRow>(
    `select ${apiKeyColumns} from api_key
      where organization_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [input.organizationId, before, input.limit + 1],
  );
  return pageFrom(rows, input.limit, showApiKey, (row) => [row.id]);
}
