import type { ApiKey, Page, Uuid } from '@tabard/contract';
import { reachAbove, requireOrganization } from '#features/identity/organization';
import { requireWorkspace } from '#features/identity/workspace';
import { byId, fail, readPage, type OrganizationScope } from '#kernel';
import { apiKeyColumns, hasEnded, showApiKey, type ApiKeyRow } from './show-api-key.ts';

interface Asked {
  cursor?: string;
  limit: number;
  organizationId?: Uuid;
  filter?: { state?: ApiKey['state'] };
}

/** The keys of one organization, or of the one workspace that the caller is let into; the newest first, ended ones too. */
export async function listApiKeys(scope: OrganizationScope, input: Asked): Promise<Page<ApiKey>> {
  const { filter } = input;
  const place = await placeOf(scope, input.organizationId);
  const where = ['organization_id = $1', '($2::uuid is null or workspace_id = $2)'];
  if (filter?.state) where.push(filter.state === 'ended' ? hasEnded : `not (${hasEnded})`);
  return readPage(scope.app.database.above, input, {
    columns: apiKeyColumns,
    from: 'api_key',
    where,
    values: place,
    ...byId<ApiKeyRow>('desc'),
    shape: showApiKey,
  });
}

/** The organization whose keys are meant, and the one workspace to which the look is limited. */
async function placeOf(scope: OrganizationScope, named: Uuid | undefined): Promise<[Uuid, Uuid | null]> {
  const isLimited = (await reachAbove(scope)) === null;
  if (named) await requireOrganization(scope, named, isLimited ? 'read' : 'manage');
  if (named && !isLimited) return [named, null];
  const { row } = await requireWorkspace(scope, scope.workspaceId ?? fail('auth.workspace_required'));
  return [row.organization_id, isLimited ? row.id : null];
}
