import { describe, expect, it } from 'vitest';
import { createTheme } from './create-theme.ts';
import { contrastOf } from './ensure-contrast.ts';
import { findLowContrast } from './find-low-contrast.ts';
import { raiseContrast } from './raise-contrast.ts';

const brands = ['#c2185b', '#ffe600', '#0b1d3a', '#ffffff', '#777777'];

describe.each(['light', 'dark'] as const)('more contrast, %s', (mode) => {
  it.each(brands)('gives every text 7:1 and every edge 4.5:1 under %s', (brandColor) => {
    const theme = raiseContrast(createTheme({ brandColor, mode }), mode);
    for (const ground of ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const) {
      for (const text of ['text', 'text-muted', 'accent-text', 'danger-text'] as const)
        expect(contrastOf(theme[text], theme[ground])).toBeGreaterThanOrEqual(7);
      for (const edge of ['border', 'border-control', 'focus'] as const)
        expect(contrastOf(theme[edge], theme[ground])).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('a colour that is hard to read', () => {
  it('is found on every ground it stands on, and a computed theme has none', () => {
    for (const brandColor of brands) expect(findLowContrast(createTheme({ brandColor }))).toEqual([]);
    const theme = createTheme({ brandColor: '#c2185b', variables: { 'text-muted': '#bbb', accent: 'tomato' } });
    expect(findLowContrast(theme).map(({ text, ground }) => `${text} on ${ground}`)).toEqual([
      'text-muted on canvas',
      'text-muted on surface',
      'text-muted on raised',
      'text-muted on sunken',
      'text-muted on hover',
    ]);
  });
});
