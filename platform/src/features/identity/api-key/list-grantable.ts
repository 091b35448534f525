import { toPublicId, type ApiKeyGrantable } from '@tabard/contract';
import { grantablePermissions, loadChain, reachAbove } from '#features/identity/organization';
import { requireWorkspace } from '#features/identity/workspace';
import type { OrganizationScope } from '#kernel';

/** What the caller can give a key, and whether it can have every workspace of the organization. */
export async function listGrantable(scope: OrganizationScope): Promise<ApiKeyGrantable> {
  const { app, principal, workspaceId } = scope;
  const organizationId = workspaceId
    ? (await requireWorkspace(scope, workspaceId)).row.organization_id
    : principal.organizationId;
  const [own] = (await reachAbove(scope)) === null ? [] : await loadChain(app, organizationId);
  return {
    permissions: [...(await grantablePermissions(scope))],
    branch: own ? { id: toPublicId('organization', own.id), name: own.name } : null,
  };
}
