import type { Brand, Uuid } from '@tabard/contract';
import { inheritBrand, levelOf, loadChain } from '#features/identity/organization';
import { brandOf, findWorkspace } from '#features/identity/workspace';
import { fail, type App } from '#kernel';

/** The brand that a mail of a workspace or an organization comes in, as it is now. */
export async function brandOfMail(app: App, scopeId: Uuid, organizationId: Uuid): Promise<Brand> {
  const placed = scopeId === organizationId ? null : await findWorkspace(app, scopeId);
  if (placed) return brandOf(placed);
  const chain = await loadChain(app, organizationId);
  return chain.length > 0 ? inheritBrand(chain.map(levelOf)) : fail('organization.not_found');
}
