import type { Mode } from './create-scale.ts';

export type Density = 'compact' | 'comfortable' | 'spacious';

/** Sizes that follow density: control height, small control, row, compact row, card padding (px). */
const DENSITY: Record<Density, readonly [number, number, number, number, number]> = {
  compact: [28, 24, 36, 32, 12],
  comfortable: [32, 28, 44, 36, 16],
  spacious: [38, 32, 52, 44, 20],
};
/** The type sizes of the house at a base of 14. */
const SIZES: Readonly<Record<string, number>> = { xs: 12, s: 13, m: 14, l: 16, xl: 20, '2xl': 24, '3xl': 32 };

export interface MeasureOptions {
  density?: Density;
  /** Corner of a control in px; cards and panels follow. */
  radius?: number;
  /** A CSS font list; the host page's own font when left out. */
  fontFamily?: string;
  /** Size of body text in px. */
  fontSizeBase?: number;
  mode?: Mode;
}

/** Type, space, size, radius, shadow and motion tokens. Sizes are px; the type scale grows with its base. */
export function createMeasureRoles({
  density = 'comfortable',
  radius = 7,
  fontFamily = 'inherit',
  fontSizeBase = 14,
  mode = 'light',
}: MeasureOptions): Record<string, string> {
  const [control, controlSmall, row, rowCompact, card] = DENSITY[density];
  const px = (value: number): string => `${Math.round(value * 100) / 100}px`;
  const shade = (alpha: number): string =>
    `rgb(${mode === 'light' ? '15 20 35' : '0 0 0'} / ${mode === 'light' ? alpha : alpha * 5})`;
  const roles: Record<string, string> = {
    'font-family': fontFamily,
    'font-family-mono': 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    'font-weight-normal': '400',
    'font-weight-medium': '500',
    'font-weight-strong': '600',
    'line-height-text': '1.45',
    'line-height-heading': '1.2',
    'letter-spacing-heading': '-0.011em',
    'control-height': px(control),
    'control-height-small': px(controlSmall),
    'control-height-touch': '44px',
    'row-height': px(row),
    'row-height-compact': px(rowCompact),
    'card-padding': px(card),
    gutter: '24px',
    'gutter-narrow': '16px',
    'icon-size': '16px',
    'reserved-size': '320px',
    'radius-small': px(radius * 0.6),
    'radius-control': px(radius),
    'radius-card': px(radius * 1.4),
    'radius-panel': px(radius * 1.8),
    'radius-full': '999px',
    'border-width': '1px',
    'focus-width': '2px',
    'focus-offset': '2px',
    'shadow-small': `0 1px 2px ${shade(0.05)}`,
    'shadow-raised': `0 1px 2px ${shade(0.06)}, 0 4px 12px ${shade(0.06)}`,
    'shadow-overlay': `0 2px 6px ${shade(0.06)}, 0 12px 32px ${shade(0.12)}`,
    'duration-fast': '120ms',
    'duration-base': '160ms',
    'duration-slow': '200ms',
    'ease-out': 'cubic-bezier(0.2, 0.7, 0.3, 1)',
    'ease-in-out': 'cubic-bezier(0.5, 0, 0.2, 1)',
  };
  for (const [name, size] of Object.entries(SIZES)) roles[`font-size-${name}`] = px((size * fontSizeBase) / 14);
  for (const step of [1, 2, 3, 4, 5, 6, 8, 10, 12]) roles[`space-${step}`] = px(step * 4);
  return roles;
}
