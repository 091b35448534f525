import { html, svg, type TemplateResult } from 'lit';

/** Icons that only the app needs, drawn like those of the kit; kept apart so that small elements do not carry them. */
const icons = {
  home: 'M2.500 7 8 2.500 13.500 7v6.500h-4v-4h-3v4h-4z',
  campaigns: 'm2 8 12-5-4 11-2.800-4.600zm5.200 1.400L14 3',
  inbox: 'M2 9h3l1 2h4l1-2h3M3.500 3h9L14 9v4H2V9z',
  leads:
    'M6 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5m-4.500 6c.5-3 2.300-4.200 4.500-4.200s4 1.200 4.500 4.200M11 3.200a2.400 2.400 0 0 1 0 4.200m1.200 2.200c1.300.6 2 1.900 2.300 3.900',
  board: 'M3 2.500h2.500v11H3zm4 0h2.500v6H7zm4 0h2.500v8.500H11z',
  templates: 'M3 2.500h10v11H3zM3 6h10M6.500 6v7.500',
  records: 'M2.500 3.500h11m-11 4.500h11m-11 4.500h11',
  mailboxes: 'M2 4h12v8.500H2zm0 .5 6 4.500 6-4.500',
  analytics: 'M2.500 13.500h11M4.500 11V7.500M8 11V3m3.500 8V5.500',
  start: 'M3.500 14V2.500m0 .5h9l-2 3 2 3h-9',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6.300 6.400A1.750 1.750 0 1 1 8 8.400v.8m0 2h.01',
  light:
    'M8 10.700a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400M8 1.500v1m0 11v1M1.500 8h1m11 0h1M3.400 3.400l.7.7m7.800 7.800.7.7m0-9.200-.7.7m-7.800 7.800-.7.7',
  dark: 'M13.500 9.500a5.800 5.800 0 0 1-7-7 5.800 5.800 0 1 0 7 7',
  auto: 'M2 3h12v8H2zm3.500 10.500h5M8 11v2.500',
  side: 'M2.500 3h11v10h-11zm4 0v10',
  more: 'M2.500 4.500h11M2.500 8h11m-11 3.500h11',
  keys: 'M1.500 4h13v8h-13zm2.500 2.500h.01m2.700 0h.01m2.600 0h.01m2.700 0h.01M5 9.500h6',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9m3.300-1.200 3.200 3.200',
  plus: 'M8 3v10M3 8h10',
  upload: 'M8 10.500v-8m-3 3 3-3 3 3m-8.500 5v3h11v-3',
  person:
    'M8 7.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400m-5.500 6.400c.6-3 2.800-4.300 5.500-4.300s4.900 1.300 5.500 4.300',
} as const;

export type ShellIcon = keyof typeof icons;

/** One icon of the app; whatever stands around it carries the words. */
export const shellIcon = (name: ShellIcon): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${icons[name]}></path>`}</svg>`;
