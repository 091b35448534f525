import { toHex, type Oklch } from './oklch.ts';

export type Mode = 'light' | 'dark';
/** Twelve hex colours from the faintest background (0) to the strongest text (11). */
export type Scale = readonly string[];

const LIGHTNESS: Record<Mode, readonly number[]> = {
  light: [0.99, 0.977, 0.957, 0.935, 0.91, 0.875, 0.82, 0.74, 0.56, 0.51, 0.5, 0.26],
  dark: [0.17, 0.21, 0.245, 0.275, 0.31, 0.36, 0.43, 0.54, 0.62, 0.67, 0.78, 0.94],
};
const BRAND_CHROMA: readonly number[] = [0.03, 0.07, 0.14, 0.22, 0.3, 0.4, 0.52, 0.74, 1, 1, 0.9, 0.45];
const NEUTRAL_CHROMA: readonly number[] = [0.15, 0.22, 0.32, 0.4, 0.46, 0.54, 0.62, 0.72, 0.85, 0.85, 0.85, 0.75];

/** The brand's scale; its ninth step is the solid fill. Dark steps carry more chroma, or they would look grey. */
export function createBrandScale(brand: Oklch, mode: Mode): Scale {
  const lift = mode === 'dark' ? 1.55 : 1;
  return LIGHTNESS[mode].map((l, step) =>
    toHex({ l, c: brand.c * Math.min(1, (BRAND_CHROMA[step] ?? 1) * (step < 8 ? lift : 1)), h: brand.h }),
  );
}

/** The grey scale, tinted just enough towards the brand that both belong together; a grey brand gives pure greys. */
export function createNeutralScale(brand: Oklch, mode: Mode): Scale {
  const tint = Math.min(brand.c, 0.14) * 0.15;
  return LIGHTNESS[mode].map((l, step) => {
    const deepened = mode === 'light' && step >= 8 ? l - 0.005 : l;
    return toHex({ l: deepened, c: tint * (NEUTRAL_CHROMA[step] ?? 1), h: brand.h });
  });
}
