import type { Theme } from './create-theme.ts';
import { contrastOf } from './ensure-contrast.ts';
import type { TokenName } from './tokens.ts';

/** A text that is hard to read on a ground it stands on. */
export interface LowContrast {
  text: TokenName;
  ground: TokenName;
  ratio: number;
  needed: number;
}

const GROUNDS: readonly TokenName[] = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const TEXTS: readonly TokenName[] = [
  'text',
  'text-muted',
  'accent-text',
  'success-text',
  'warning-text',
  'danger-text',
];
const PAIRS: readonly (readonly [TokenName, TokenName])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent-text', 'accent-soft'],
  ['text', 'accent-soft'],
  ['on-success', 'success'],
  ['on-warning', 'warning'],
  ['on-danger', 'danger'],
  ['on-info', 'info'],
];
const AA = 4.5;
const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** Every pair of text and ground below WCAG AA; colours not written as hex are left alone, for only a browser knows them. */
export function findLowContrast(theme: Theme): LowContrast[] {
  return PAIRS.flatMap(([text, ground]) => {
    if (!HEX.test(theme[text]) || !HEX.test(theme[ground])) return [];
    const ratio = contrastOf(theme[text], theme[ground]);
    return ratio < AA ? [{ text, ground, ratio, needed: AA }] : [];
  });
}
