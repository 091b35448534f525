import { createPalette } from '@tabard/theme';
import { NEUTRAL_COLOR, writeTheme, type Appearance } from './theme-sheet.ts';

export { createPalette };

/** Writes a theme where no platform has sent its colours: of the host's brand colour, or else the neutral one. */
export function applyTheme(sheet: CSSStyleSheet, prefix: string, appearance: Appearance): void {
  const palette = createPalette(appearance.brandColor ?? NEUTRAL_COLOR);
  writeTheme(sheet, prefix, { appearance, brand: null, palette });
}
