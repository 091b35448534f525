import type { furtherIcons } from './further-icons.ts';

/**
 * The house's own icons: one line each, drawn on 16 × 16 with a 1.5 stroke. These any element may draw at once; those of lists come
 * with the button, and all others are fetched when one of them is drawn.
 */
export const icons = {
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v2.4h-2.4',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3m0 2h.01',
} as const;

export type IconName = keyof typeof icons | keyof typeof furtherIcons;
