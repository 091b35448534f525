import { toPublicId, type AuditLogReach } from '@tabard/contract';
import { loadChain, reachAbove } from '#features/identity/organization';
import type { ReadScope } from '#kernel';

/** The organization above the workspace, if the caller can read what was done there. */
export async function showReach(scope: ReadScope): Promise<AuditLogReach> {
  const { app, principal } = scope;
  const isWide = principal.permissions.has('organization.read') && (await reachAbove(scope)) !== null;
  const [own] = isWide ? await loadChain(app, principal.organizationId) : [];
  return { organization: own ? { id: toPublicId('organization', own.id), name: own.name } : null };
}
