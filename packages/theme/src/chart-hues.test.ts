import { describe, expect, it } from 'vitest';
import { createTheme } from './index.ts';
import { fromHex } from './oklch.ts';
import { parseHex } from './parse-hex.ts';

/** How each common kind of colour blindness mixes linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1). */
const BLINDNESS = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function seenBy(color: string, m: readonly number[]): [number, number, number] {
  const rgb = parseHex(color).map(linear);
  const seen = [0, 3, 6].map((row) => rgb.reduce((sum, value, at) => sum + value * (m[row + at] ?? 0), 0));
  const hex = seen.map((value) =>
    Math.round(gamma(Math.min(1, Math.max(0, value))) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  const { l, c, h } = fromHex(`#${hex.join('')}`);
  return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
}

describe('chart hues', () => {
  for (const mode of ['light', 'dark'] as const) {
    for (const [kind, matrix] of Object.entries(BLINDNESS)) {
      it(`stay apart in ${mode} mode for ${kind}`, () => {
        const theme = createTheme({ brandColor: '#2b5fd9', mode });
        const hues = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((index) => theme[`chart-${index}`]);
        const near = hues.flatMap((one, at) =>
          hues.slice(at + 1).map((other, next) => {
            const [a, b] = [seenBy(one, matrix), seenBy(other, matrix)];
            return {
              pair: `${at + 1} and ${at + next + 2}`,
              distance: Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]),
            };
          }),
        );
        expect(near.filter(({ distance }) => distance < 0.06)).toEqual([]);
      });
    }
  }
});
