import { nothing, svg, html as litHtml, type TemplateResult } from 'lit';

/** The house's own icons: one line each, drawn on 16 × 16 with a 1.5 stroke. */
const icons = {
  plus: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3 8.500 3.300 3.300L13 4.800',
  minus: 'M4 8h8',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  back: 'M13 8H3m4-4L3 8l4 4',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9m3.300-1.200L13.500 13.500',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  refresh: 'M13 8a5 5 0 1 1-1.500-3.600M13 2.500v2.400h-2.400',
  upload: 'M8 10.500v-8m-3 3 3-3 3 3M2.500 10.500v3h11v-3',
  download: 'M8 2.500v8m-3-3 3 3 3-3M2.500 12.500v1h11v-1',
  mail: 'M2 4h12v8.500H2zm0 .5 6 4.500 6-4.500',
  send: 'M2 7.500 14 2.500l-4 11-2.500-5zM7.500 8.500 14 2.500',
  archive: 'M2 3h12v3H2zm1 3v7h10V6M6.500 9h3',
  undo: 'M5.500 3 2.500 6l3 3M2.500 6H10a3.500 3.500 0 0 1 0 7H6',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-9v3l2 1.500',
  play: 'M5 3v10l8-5z',
  pause: 'M5.500 3.500v9m5-9v9',
  edit: 'm3 13 .7-3L10.500 3.200l2.300 2.300L6 12.300z',
  trash: 'M3 4.500h10M6.500 4.500v-2h3v2m-5 0 .5 9h6l.5-9',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  braces:
    'M6 2.500c-3 0-.500 5.500-3 5.500 2.500 0 0 5.500 3 5.500m4-11c3 0 .500 5.500 3 5.500-2.500 0 0 5.500-3 5.500',
  warning: 'M8 2.500 14.500 13.500h-13zM8 6.500v3m0 2h.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-6.500v3.500m0-6h.01',
  offline:
    'm2.500 2.500 11 11M4.500 8.500a5 5 0 0 1 2-1.200m3.500.4a5 5 0 0 1 1.500.8M2 6a9 9 0 0 1 2.300-1.500M8 4a9 9 0 0 1 6 2M8 12h.01',
  copy: 'M5.500 5.500h8v8h-8zm-3 5v-8h8',
  plug: 'M5.500 2.500v3m5-3v3M4 5.500h8V8a4 4 0 0 1-8 0zM8 12v2',
  file: 'M4 2h5l3 3v9H4zm5 0v3h3',
  sortDown: 'M8 3v10m-3.500-3.500L8 13l3.500-3.500',
  sortUp: 'M8 13V3M4.500 6.500 8 3l3.500 3.500',
  next: 'm6 4 4 4-4 4',
  previous: 'm10 4-4 4 4 4',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  rise: 'm4.500 11.500 7-7m-5.500 0h5.500v5.500',
  fall: 'm4.500 4.500 7 7m-5.500 0h5.500V6',
  lock: 'M3.500 7.500h9v6h-9zm2 0V5.200a2.500 2.500 0 0 1 5 0v2.300',
  table: 'M2.500 3h11v10h-11zm0 3.300h11M6.500 6.300V13',
  chart: 'M2.500 2.500v11h11M5.500 10.500l2.500-3 2 1.500 3-4',
  board: 'M2.500 3h3v10h-3zm4.500 0h3v6.500H7zm4.500 0h2.500v8h-2.500z',
  person:
    'M8 8a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 8m-5 5.500c.400-2.300 2.400-3.500 5-3.500s4.600 1.200 5 3.500',
} as const;

export type IconName = keyof typeof icons;

/** One icon; it is decoration unless the thing around it has no words, and then that thing carries the label. */
export function icon(name: IconName | '' | undefined): TemplateResult | typeof nothing {
  return name ? drawIcon(icons[name]) : nothing;
}

/** An icon of a path of its own, for those that only few elements need. */
export function drawIcon(path: string): TemplateResult {
  return litHtml`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;
}
