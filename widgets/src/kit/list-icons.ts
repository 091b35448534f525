/** Icons on the first screens of lists and of the inbox, drawn as those in `icon.ts`. */
export const listIcons = {
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3 8.5 3.3 3.3L13 4.8',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  back: 'M13 8H3m4-4L3 8l4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9m3.3-1.2L13.5 13.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  columns: 'M2.5 3h11v10h-11zM6 3v10m4-10v10',
  sortDown: 'M8 3v10m-3.5-3.5L8 13l3.5-3.5',
  sortUp: 'M8 13V3M4.5 6.5 8 3l3.5 3.5',
  next: 'm6 4 4 4-4 4',
  lock: 'M3.5 7.5h9v6h-9zm2 0V5.2a2.5 2.5 0 0 1 5 0v2.3',
  file: 'M4 2h5l3 3v9H4zm5 0v3h3',
} as const;
