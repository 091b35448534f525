import { toPublicId } from '@tabard/contract';
import type { IdentityProvider } from '@tabard/contract/identity/identity-provider';
import type { KeptProvider } from '#features/identity/identity-provider';

/** A provider as callers see it; `proven` are those of its domains that count. */
export const showProvider = (row: KeptProvider, proven: readonly string[]): IdentityProvider => ({
  id: toPublicId('identityProvider', row.id),
  organizationId: toPublicId('organization', row.organization_id),
  kind: row.kind,
  name: row.name,
  issuer: row.issuer,
  clientId: row.client_id,
  domains: row.domains.map((domain) => ({ domain, isProven: proven.includes(domain) })),
  join: row.join_role && {
    role: row.join_role,
    workspaceId: row.join_workspace_id && toPublicId('workspace', row.join_workspace_id),
  },
  isEnforced: row.is_enforced,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});
