import type { Brand, Uuid } from '@tabard/contract';
import { inheritBrand, levelOf, loadChain } from '#features/identity/organization';
import { fail, type App } from '#kernel';
import { findWorkspace } from './require-workspace.ts';
import { brandOf } from './resolve-brand.ts';

/** The brand of a workspace, or of an organization, as it is now. */
export async function brandAt(app: App, scopeId: Uuid, organizationId: Uuid): Promise<Brand> {
  const placed = scopeId === organizationId ? null : await findWorkspace(app, scopeId);
  if (placed) return brandOf(placed);
  const chain = await loadChain(app, organizationId);
  return chain.length > 0 ? inheritBrand(chain.map(levelOf)) : fail('organization.not_found');
}
