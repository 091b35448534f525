import type { Brand, Uuid } from '@tabard/contract';
import { inheritBrand } from '#features/identity/organization';
import { fail, type App } from '#kernel';
import { findWorkspace, type PlacedWorkspace } from './require-workspace.ts';

/** The brand of a workspace with everything inherited filled in: for mails and hosted pages. */
export async function resolveBrand(app: App, workspaceId: Uuid): Promise<Brand> {
  return brandOf((await findWorkspace(app, workspaceId)) ?? fail('workspace.not_found'));
}

/** The same for a workspace at hand. */
export function brandOf({ row, chain }: PlacedWorkspace): Brand {
  return inheritBrand([{ name: null, brand: row.brand }, ...chain]);
}
