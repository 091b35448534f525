import { toPublicId, type hostedPageRevokeOutput, type Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { reachWorkspace } from '#features/identity/workspace';
import { fail, type OrganizationWriteScope } from '#kernel';
import { endHostedPage } from './end-hosted-page.ts';

/** Ends a page, within five seconds everywhere and on open streams. */
export async function revokeHostedPage(
  scope: OrganizationWriteScope,
  input: { id: Uuid },
): Promise<z.input<typeof hostedPageRevokeOutput>> {
  const [found] = await scope.sql<{ workspace_id: Uuid }>(
    'select workspace_id from hosted_page where id = $1 for update',
    [input.id],
  );
  if (!found || !(await reachWorkspace(scope, found.workspace_id))) fail('hosted_page.not_found');
  const revokedAt = await endHostedPage(scope.sql, input.id);
  return { id: toPublicId('hostedPage', input.id), revokedAt: revokedAt.toISOString() };
}
