import { listIcons } from './list-icons.ts';

/** Icons that no first screen waits for, drawn as those in `icon.ts`. */
export const furtherIcons = {
  ...listIcons,
  minus: 'M4 8h8',
  mail: 'M2 4h12v8.5H2zm0 .5 6 4.5 6-4.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-9v3l2 1.5',
  play: 'M5 3v10l8-5z',
  pause: 'M5.5 3.5v9m5-9v9',
  edit: 'm3 13 .7-3L10.5 3.2l2.3 2.3L6 12.3z',
  unlock: 'M3.5 7.5h9v6h-9zm2 0V5.2a2.5 2.5 0 0 1 4.9-.7',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .5 9h6l.5-9',
  braces: 'M6 2.5c-3 0-.5 5.5-3 5.5 2.5 0 0 5.5 3 5.5m4-11c3 0 .5 5.5 3 5.5-2.5 0 0 5.5-3 5.5',
  offline:
    'm2.5 2.5 11 11M4.5 8.5a5 5 0 0 1 2-1.2m3.5.4a5 5 0 0 1 1.5.8M2 6a9 9 0 0 1 2.3-1.5M8 4a9 9 0 0 1 6 2M8 12h.01',
  copy: 'M5.5 5.5h8v8h-8zm-3 5v-8h8',
  plug: 'M5.5 2.5v3m5-3v3M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2',
  previous: 'm10 4-4 4 4 4',
  calendar: 'M2.5 3.5h11v10h-11zm0 3.5h11M5.5 2v3m5-3v3',
  bold: 'M5 3h3.8a2.4 2.4 0 0 1 0 4.8H5zm0 4.8h4.5a2.6 2.6 0 0 1 0 5.2H5z',
  italic: 'M7 3h4.5M4.5 13H9m.8-10L6.5 13',
  link: 'M6.8 9.2a2.8 2.8 0 0 0 4 0l2-2a2.8 2.8 0 0 0-4-4l-.8.8m1.2 2.8a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4l.8-.8',
  bullets: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.01M2.8 8h.01M2.8 12h.01',
  numbers: 'M6.5 4h7m-7 4h7m-7 4h7M2.5 3l1-.5V6m-1 4.2c.2-1.2 2-1 1.6.2L2.4 13H4.2',
  rise: 'm4.5 11.5 7-7m-5.5 0h5.5v5.5',
  fall: 'm4.5 4.5 7 7m-5.5 0h5.5V6',
  table: 'M2.5 3h11v10h-11zm0 3.3h11M6.5 6.3V13',
  chart: 'M2.5 2.5v11h11M5.5 10.5l2.5-3 2 1.5 3-4',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-6.5v3.5m0-6h.01',
  download: 'M8 2.5v8m-3-3 3 3 3-3M2.5 12.5v1h11v-1',
} as const;
