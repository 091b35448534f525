import type { furtherIcons } from './further-icons.ts';

/**
 * The house's own icons: one line each, drawn on 16 × 16 with a 1.5 stroke. These are on the first screens of lists and of the inbox;
 * all others are fetched when one of them is drawn.
 */
export const icons = {
  plus: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3 8.5 3.3 3.3L13 4.8',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  back: 'M13 8H3m4-4L3 8l4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9m3.3-1.2L13.5 13.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v2.4h-2.4',
  upload: 'M8 10.5v-8m-3 3 3-3 3 3M2.5 10.5v3h11v-3',
  send: 'M2 7.5 14 2.5l-4 11-2.5-5zM7.5 8.5 14 2.5',
  archive: 'M2 3h12v3H2zm1 3v7h10V6M6.5 9h3',
  columns: 'M2.5 3h11v10h-11zM6 3v10m4-10v10',
  sortDown: 'M8 3v10m-3.5-3.5L8 13l3.5-3.5',
  sortUp: 'M8 13V3M4.5 6.5 8 3l3.5 3.5',
  next: 'm6 4 4 4-4 4',
  lock: 'M3.5 7.5h9v6h-9zm2 0V5.2a2.5 2.5 0 0 1 5 0v2.3',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3m0 2h.01',
  file: 'M4 2h5l3 3v9H4zm5 0v3h3',
} as const;

export type IconName = keyof typeof icons | keyof typeof furtherIcons;
