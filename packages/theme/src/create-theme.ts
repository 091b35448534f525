import { createColorRoles } from './color-roles.ts';
import { createMeasureRoles, type MeasureOptions } from './measure-roles.ts';
import type { TokenName } from './tokens.ts';

/** What an agency says about its looks; everything else follows from it. */
export interface ThemeOptions extends MeasureOptions {
  /** `#rgb` or `#rrggbb`. */
  brandColor: string;
  /** Single tokens to set by hand: they win over what is computed. */
  variables?: Partial<Record<TokenName, string>>;
}

export type Theme = Readonly<Record<TokenName, string>>;

/**
 * Computes every token from one brand colour. Whatever the colour, text has WCAG AA contrast on each ground.
 * @example createTheme({ brandColor: '#c2185b', mode: 'dark' })['accent-text']
 */
export function createTheme(options: ThemeOptions): Theme {
  return {
    ...createColorRoles(options.brandColor, options.mode ?? 'light'),
    ...createMeasureRoles(options),
    ...options.variables,
  } as Theme; // The two parts yield exactly the names of tokens.ts; a test holds them to it.
}

/**
 * The theme as CSS declarations, one custom property a token.
 * @example toCss(theme, 'acme') // "--acme-canvas:#f8f9fb;--acme-surface:#ffffff;…"
 */
export function toCss(theme: Theme, prefix: string): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${prefix}-${name}:${value};`)
    .join('');
}
