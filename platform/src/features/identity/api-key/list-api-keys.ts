import type { ApiKey, Page, Uuid } from '@tabard/contract';
import { requireOrganization } from '#features/identity/organization';
import { byId, readPage, type OrganizationScope } from '#kernel';
import { apiKeyColumns, showApiKey, type ApiKeyRow } from './show-api-key.ts';

/** The keys of one organization, newest first, revoked ones too. */
export async function listApiKeys(
  scope: OrganizationScope,
  input: { cursor?: string; limit: number; organizationId: Uuid },
): Promise<Page<ApiKey>> {
  await requireOrganization(scope, input.organizationId, 'manage');
  return readPage(scope.app.database.above, input, {
    columns: apiKeyColumns,
    from: 'api_key',
    where: ['organization_id = $1'],
    values: [input.organizationId],
    ...byId<ApiKeyRow>('desc'),
    shape: showApiKey,
  });
}
