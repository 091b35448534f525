import type { Uuid } from '@tabard/contract';
import { findKept, type KeptProvider } from '#features/identity/identity-provider';
import { requireOrganization } from '#features/identity/organization';
import { Failure, fail, type OrganizationScope } from '#kernel';

/** A provider of an organization that the caller manages; anything else is the same 404 as an unknown id. */
export async function requireProvider(scope: OrganizationScope, id: Uuid): Promise<KeptProvider> {
  const row = (await findKept(scope.app, id)) ?? fail('identity_provider.not_found');
  await requireOrganization(scope, row.organization_id, 'manage').catch((error: unknown) =>
    error instanceof Failure ? fail('identity_provider.not_found') : Promise.reject(error),
  );
  return row;
}
