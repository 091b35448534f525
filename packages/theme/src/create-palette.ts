import { createColorRoles } from './color-roles.ts';
import type { Mode } from './create-scale.ts';

/** Colours by token, in light and in dark. */
export type Palette = Readonly<Record<Mode, Record<string, string>>>;

/** Steps of the scales that no element paints with; they are for whoever designs beside the elements. */
const UNPAINTED = /^(?:brand-|neutral-(?!(?:8|12)$))/;

/**
 * The colours that elements paint with under a brand, as one answer can carry them.
 * @example createPalette('#c2185b').light['accent'] // '#c2185b'
 */
export function createPalette(brandColor: string): Palette {
  const painted = (mode: Mode): Record<string, string> =>
    Object.fromEntries(Object.entries(createColorRoles(brandColor, mode)).filter(([name]) => !UNPAINTED.test(name)));
  return { light: painted('light'), dark: painted('dark') };
}
