import { toPublicId, type organizationEmbedConfigurationOutput, type Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { requireOrganization } from '#features/identity/organization';
import type { OrganizationScope } from '#kernel';
import { readOrganizationConfiguration } from './read-configuration.ts';
import { showConfiguration } from './show-configuration.ts';

/** What the widgets of an organization's workspaces show by default. */
export async function getOrganizationConfiguration(
  scope: OrganizationScope,
  input: { organizationId: Uuid },
): Promise<z.input<typeof organizationEmbedConfigurationOutput>> {
  await requireOrganization(scope, input.organizationId, 'read');
  const placed = await readOrganizationConfiguration(
    (text, values) => scope.app.database.readOrganization(text, values),
    input.organizationId,
  );
  return { organizationId: toPublicId('organization', input.organizationId), ...showConfiguration(placed) };
}
