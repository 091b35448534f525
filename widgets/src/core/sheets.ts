export { hidePartsSheet } from './hide-parts.ts';
export { applyTheme } from './theme-sheet.ts';
