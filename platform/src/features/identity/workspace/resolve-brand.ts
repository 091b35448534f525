import type { Brand } from '@tabard/contract';
import { inheritBrand } from '#features/identity/organization';
import type { PlacedWorkspace } from './require-workspace.ts';

/** The brand of a workspace with everything inherited filled in: for mails and hosted pages. */
export function brandOf({ row, chain }: PlacedWorkspace): Brand {
  return inheritBrand([{ name: null, brand: row.brand }, ...chain]);
}
