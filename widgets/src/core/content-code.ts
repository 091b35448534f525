export { linkTo } from './deep-link.ts';
export { hidePartsSheet } from './hide-parts.ts';
export { applyTheme } from './theme-sheet.ts';
