import type { Brand, BrandInput } from '@tabard/contract';

/** What is shown where nobody up the tree said otherwise. */
const defaults: Omit<Brand, 'displayName'> = {
  color: '#2b5fd9',
  logoUrl: null,
  fontFamily: null,
  mode: 'auto',
  postalAddress: '',
  supportEmail: null,
  privacyUrl: null,
};

/** One level of the tree: its name and what it set itself. */
export interface BrandLevel {
  /** Null for a workspace, which goes by its organization's name: recipients know the agency. */
  name: string | null;
  brand: BrandInput;
}

/**
 * Fills in a brand from the nearest level that sets each part; `levels` go from the workspace or organization up to the root.
 * Name and postal address are the exceptions, for they belong to one company: an organization that sets no name goes by its own, and it
 * has the address of the one above only where it says so.
 */
export function inheritBrand(levels: readonly BrandLevel[]): Brand {
  const brand: Record<string, unknown> = { ...defaults };
  for (const level of levels.toReversed()) {
    if (level.name !== null) {
      brand['displayName'] = level.name;
      if (!level.brand.inheritPostalAddress) brand['postalAddress'] = defaults.postalAddress;
    }
    const { inheritPostalAddress: _, ...parts } = level.brand;
    for (const [part, value] of Object.entries(parts)) if (value !== null && value !== undefined) brand[part] = value;
  }
  // Every part of a brand was set by the defaults or by a level, whose brand was checked when it was stored.
  return brand as Brand;
}
