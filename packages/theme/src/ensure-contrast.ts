import { luminance, toHex, type Oklch } from './oklch.ts';

/** WCAG 2 contrast ratio of two hex colours, 1..21. */
export function contrastOf(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The least contrast `color` has on any of the backgrounds. */
const leastContrast = (color: string, backgrounds: readonly string[]): number =>
  Math.min(...backgrounds.map((background) => contrastOf(color, background)));

/**
 * Moves a colour's lightness, as little as needed, away from the backgrounds until it has `ratio` on every one of them.
 * The backgrounds are all light or all dark, so black or white is the end that always suffices.
 */
export function ensureContrast(color: Oklch, backgrounds: readonly string[], ratio: number): string {
  const direction = luminance(backgrounds[0] ?? '#fff') > 0.18 ? -1 : 1;
  for (let l = color.l; l > 0 && l < 1; l += direction * 0.005) {
    const hex = toHex({ ...color, l });
    if (leastContrast(hex, backgrounds) >= ratio) return hex;
  }
  return direction < 0 ? '#000000' : '#ffffff';
}
