import type { furtherIcons } from './further-icons.ts';

/**
 * The house's own icons: one line each, drawn on 16 × 16 with a 1.5 stroke. These any element may draw at once; those of lists come
 * with the button, and all others are fetched when one of them is drawn.
 */
export const icons = {
  plus: 'M8 3v10M3 8h10',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v2.4h-2.4',
  upload: 'M8 10.5v-8m-3 3 3-3 3 3M2.5 10.5v3h11v-3',
  send: 'M2 7.5 14 2.5l-4 11-2.5-5zM7.5 8.5 14 2.5',
  archive: 'M2 3h12v3H2zm1 3v7h10V6M6.5 9h3',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3m0 2h.01',
} as const;

export type IconName = keyof typeof icons | keyof typeof furtherIcons;
