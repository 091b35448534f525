export { createTheme, toCss, type Theme, type ThemeOptions } from './create-theme.ts';
export { contrastOf } from './ensure-contrast.ts';
export type { Mode } from './create-scale.ts';
export type { Density } from './measure-roles.ts';
export { tokens, type TokenName } from './tokens.ts';
