import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, createTheme, toCss, tokens, type Mode, type TokenName } from './index.ts';

const channel = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
const anyColor = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`);
const anyMode = fc.constantFrom<Mode>('light', 'dark');
const EXTREMES = [
  '#000',
  '#fff',
  '#ffeb00',
  '#ff69b4',
  '#00ff00',
  '#0000ff',
  '#808080',
  '#111111',
  '#2b5fd9',
  '#c2185b',
];

const GROUNDS: TokenName[] = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'hover',
  'pressed',
  'accent-soft',
  'accent-soft-hover',
  'selection',
];
const STATES = ['success', 'warning', 'danger', 'info'] as const;

function expectReadable(brandColor: string, mode: Mode): void {
  const theme = createTheme({ brandColor, mode });
  const readable = (text: TokenName, ground: TokenName, ratio = 4.5): void =>
    expect(
      contrastOf(theme[text], theme[ground]),
      `${text} on ${ground}, ${brandColor} ${mode}`,
    ).toBeGreaterThanOrEqual(ratio);
  for (const ground of GROUNDS) {
    readable('text', ground, 7);
    readable('text-muted', ground);
    readable('accent-text', ground);
  }
  for (const fill of ['accent', 'accent-hover', 'accent-active'] as const) readable('on-accent', fill);
  for (const mark of ['accent-mark', 'focus', 'border-control'] as const) readable(mark, 'surface', 3);
  for (const state of STATES) {
    readable(`on-${state}`, state);
    for (const ground of ['canvas', 'surface', 'raised', 'sunken', `${state}-soft`] as const)
      readable(`${state}-text`, ground);
    readable(state, 'surface', 3);
  }
  for (let index = 1; index <= 8; index++) readable(`chart-${index}` as TokenName, 'surface', 3);
}

describe('createTheme', () => {
  it('keeps text at AA on every ground for any brand colour in both modes', () => {
    for (const color of EXTREMES) for (const mode of ['light', 'dark'] as const) expectReadable(color, mode);
    fc.assert(fc.property(anyColor, anyMode, expectReadable), { numRuns: 400 });
  });

  it('yields exactly the documented tokens, at least a hundred, each with a value', () => {
    const theme = createTheme({ brandColor: '#2b5fd9' });
    expect(Object.keys(theme).toSorted()).toEqual(Object.keys(tokens).toSorted());
    expect(Object.keys(tokens).length).toBeGreaterThanOrEqual(100);
    expect(Object.values(theme).every(Boolean)).toBe(true);
  });

  it('leaves a brand colour untouched as the fill unless it would vanish in the surface', () => {
    for (const color of ['#2b5fd9', '#c2185b', '#111111', '#ffd400'])
      expect(createTheme({ brandColor: color }).accent).toBe(color);
    const white = createTheme({ brandColor: '#ffffff' });
    expect(contrastOf(white.accent, white.surface)).toBeGreaterThan(3);
  });

  it('lets single variables win and writes them under the prefix asked for', () => {
    const theme = createTheme({ brandColor: '#2b5fd9', variables: { 'radius-card': '0px' } });
    expect(toCss(theme, 'acme')).toContain('--acme-radius-card:0px;');
    expect(toCss(theme, 'acme')).not.toContain('tabard');
  });

  it('says what is wrong with a colour it cannot read', () => {
    expect(() => createTheme({ brandColor: 'bluish' })).toThrow('"bluish" is no colour: write #rgb or #rrggbb.');
  });
});
