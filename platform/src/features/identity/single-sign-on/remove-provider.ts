import { toPublicId, type Uuid } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { deleteProvider } from '#features/identity/identity-provider';
import { workspacesBelow } from '#features/identity/organization';
import type { OrganizationWriteScope } from '#kernel';
import { requireProvider } from './require-provider.ts';

/** @throws `auth.confirmation_required`, `identity_provider.not_found` */
export async function removeProvider(scope: OrganizationWriteScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const row = await requireProvider(scope, id);
  await requireConfirmedIfPerson(scope);
  await deleteProvider(scope.sql, row);
  const identityProviderId = toPublicId('identityProvider', id);
  scope.emitIn(await workspacesBelow(scope.sql, row.organization_id), 'identity_provider.updated', {
    identityProviderId,
    state: 'removed',
  });
  return { id: identityProviderId };
}
