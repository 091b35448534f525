import type { Mode } from './create-scale.ts';
import type { Theme } from './create-theme.ts';
import { ensureContrast } from './ensure-contrast.ts';
import { fromHex } from './oklch.ts';
import type { TokenName } from './tokens.ts';

const GROUNDS: readonly TokenName[] = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'pressed', 'accent-soft'];
/** Texts that must have WCAG AAA, and edges and marks that must have AA's contrast of text. */
const TEXTS: readonly TokenName[] = [
  'text-muted',
  'accent-text',
  'success-text',
  'warning-text',
  'danger-text',
  'info-text',
];
const EDGES: readonly TokenName[] = [
  'border',
  'border-strong',
  'border-control',
  'accent-border',
  'accent-mark',
  'success-border',
  'warning-border',
  'danger-border',
  'info-border',
  'focus',
];

/** The theme for readers who need more contrast: text black or white, other text at 7:1, every edge at 4.5:1, a wider focus ring. */
export function raiseContrast(theme: Theme, mode: Mode): Theme {
  const grounds = GROUNDS.map((name) => theme[name]);
  const raised = (names: readonly TokenName[], ratio: number): Partial<Record<TokenName, string>> =>
    Object.fromEntries(names.map((name) => [name, ensureContrast(fromHex(theme[name]), grounds, ratio)]));
  return {
    ...theme,
    ...raised(TEXTS, 7),
    ...raised(EDGES, 4.5),
    text: mode === 'light' ? '#000000' : '#ffffff',
    'text-disabled': ensureContrast(fromHex(theme['text-disabled']), grounds, 4.5),
    'focus-width': '3px',
  };
}
