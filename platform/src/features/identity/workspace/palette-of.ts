import { createPalette, type Palette } from '@tabard/theme';

/** Brands kept: one takes a thousandth of a second to compute and some kB to keep. */
const KEPT = 500;
const known = new Map<string, Palette>();

/** The colours of the elements under a brand's colour: of nothing else, so that tenants of one colour may share them. */
export function paletteOf(color: string): Palette {
  const palette = known.get(color) ?? createPalette(color);
  // Read last, forgotten last.
  known.delete(color);
  known.set(color, palette);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return palette;
}
