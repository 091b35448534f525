import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMeasureRoles, createPalette, createTheme, tokens } from './index.ts';

describe('the palette of a brand', () => {
  it.each(['#3b5bdb', '#000', '#FFEB00', '#c2185b'])('has the colours of the themes of %s', (brandColor) => {
    for (const mode of ['light', 'dark'] as const) {
      const colors = createPalette(brandColor)[mode];
      expect(Object.keys(colors).length).toBeGreaterThan(50);
      expect(createTheme({ brandColor, mode })).toMatchObject(colors);
    }
  });

  it('has, with the measures, every token that an element reads', () => {
    const sources = join(import.meta.dirname, '../../../widgets/src');
    const read = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(sources, file), 'utf8').matchAll(/--_([\w-]+)/g)])
      .map(([, name = '']) => name)
      .filter((name) => name in tokens);
    const given = { ...createPalette('#3b5bdb').light, ...createMeasureRoles({}) };
    expect(read.length).toBeGreaterThan(100);
    expect(read.filter((name) => !(name in given))).toEqual([]);
  });
});
