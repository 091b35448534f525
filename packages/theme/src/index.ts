export { createTheme, toCss, type Theme, type ThemeOptions } from './create-theme.ts';
export { contrastOf } from './ensure-contrast.ts';
export type { Mode } from './create-scale.ts';
export { findLowContrast, type LowContrast } from './find-low-contrast.ts';
export type { Density } from './measure-roles.ts';
export { parseHex } from './parse-hex.ts';
export { raiseContrast } from './raise-contrast.ts';
export { tokens, type TokenName } from './tokens.ts';
