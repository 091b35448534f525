import { html, svg, type TemplateResult } from 'lit';

/** Icons that only the app needs, drawn like those of the kit; kept apart so that small elements do not carry them. */
const icons = {
  home: 'M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4z',
  campaigns: 'm2 8 12-5-4 11-2.8-4.6zm5.2 1.4L14 3',
  inbox: 'M2 9h3l1 2h4l1-2h3M3.5 3h9L14 9v4H2V9z',
  leads:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5m-4.5 6c.5-3 2.3-4.2 4.5-4.2s4 1.2 4.5 4.2M11 3.2a2.4 2.4 0 0 1 0 4.2m1.2 2.2c1.3.6 2 1.9 2.3 3.9',
  companies: 'M3 13.5v-11h6v11m0-7h4v7m-11.5 0h13M5 5h2M5 7.5h2M5 10h2',
  members:
    'M8 7.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2m-5 6c.6-2.9 2.6-4.1 5-4.1s4.4 1.2 5 4.1M2.8 7.2a1.9 1.9 0 0 1 0-3.6m10.4 3.6a1.9 1.9 0 0 0 0-3.6',
  key: 'M10.2 9.3a3.4 3.4 0 1 0-3.4-3.4q0 .7.3 1.3L2.5 11.8v2h2.2v-1.6h1.6v-1.6l1.5-1.5a3.4 3.4 0 0 0 2.4.2M11 5h.01',
  roles: 'M8 2 13 4v3.6c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4V4zM5.8 7.8l1.6 1.6 2.9-3.2',
  log: 'M3.5 2.5h9v11h-9zm2.3 3h4.4M5.8 8h4.4m-4.4 2.5h2.6',
  brand:
    'M8 2a6 6 0 1 0 0 12c1.4 0 1.6-1 1.1-1.8-.6-1 .1-2.2 1.3-2.2H12a2 2 0 0 0 2-2c0-3.3-2.7-6-6-6M5 8.5h.01M6 5.5h.01M9.5 5h.01M11.5 7h.01',
  domain:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M2 8h12M8 2c1.8 1.7 2.6 3.7 2.6 6S9.8 12.3 8 14C6.2 12.3 5.4 10.3 5.4 8S6.2 3.7 8 2',
  tree: 'M3 2.5v9h4M3 6h4m0-1.8h6.5v3.6H7zm0 5.5h6.5v3.6H7z',
  clients: 'M2.5 2.5h4.5v4.5H2.5zm6.5 0h4.5v4.5H9zm-6.5 6.5h4.5v4.5H2.5zm6.5 0h4.5v4.5H9z',
  snapshots: 'M2.5 5h11v8h-11zm1.5-2h8M8 11.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  board: 'M3 2.5h2.5v11H3zm4 0h2.5v6H7zm4 0h2.5v8.5H11z',
  tasks: 'M7 4h6.5M7 8h6.5M7 12h6.5M2.3 4l.9.9 1.6-1.8M2.3 8l.9.9 1.6-1.8m-2.5 4.9.9.9 1.6-1.8',
  deals: 'M2.5 3h11L9.5 8v4.5l-3 1V8z',
  teams:
    'M5.5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4m5 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4M2 13c0-2.2 1.5-3.5 3.5-3.5S9 10.8 9 13m1.5-3.5c2 0 3.5 1.3 3.5 3.5',
  pipelines: 'M2 4h5.5v3.5H14M2 12h5.5V7.5M11.5 5 14 7.5 11.5 10',
  forecast: 'M2.5 13.5h11M3 11l3.2-3.6 2.6 2L13.5 4M10.4 4h3.1v3.1',
  costs:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M10 6.3C9.7 5.5 9 5.1 8 5.1c-1.1 0-2 .6-2 1.5S6.9 7.8 8 8s2 .6 2 1.5-.9 1.5-2 1.5c-1 0-1.7-.4-2-1.2M8 4v1.1M8 11v1',
  returns: 'm12.5 3.5-9 9M5 6.3a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3m6 6.4a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3',
  find: 'M2.5 3.5h11M2.5 7.5h3M2.5 11.5h3M10 12a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4m2-.7 1.8 1.8',
  templates: 'M3 2.5h10v11H3zM3 6h10M6.5 6v7.5',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5.2 5.2h.01',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.01M2.8 8h.01M2.8 12h.01',
  segments: 'M8 2a6 6 0 1 0 6 6H8zM10 2.3A6 6 0 0 1 13.7 6H10z',
  fields: 'M2.5 3h11v4h-11zm0 6.5h6.5v3.5H2.5zM11.5 11.2h2.4M12.7 10v2.4',
  records: 'M2.5 3.5h11m-11 4.5h11m-11 4.5h11',
  mailboxes: 'M2 4h12v8.5H2zm0 .5 6 4.5 6-4.5',
  analytics: 'M2.5 13.5h11M4.5 11V7.5M8 11V3m3.5 8V5.5',
  start: 'M3.5 14V2.5m0 .5h9l-2 3 2 3h-9',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6.3 6.4A1.75 1.75 0 1 1 8 8.4v.8m0 2h.01',
  light:
    'M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M8 1.5v1m0 11v1M1.5 8h1m11 0h1M3.4 3.4l.7.7m7.8 7.8.7.7m0-9.2-.7.7m-7.8 7.8-.7.7',
  dark: 'M13.5 9.5a5.8 5.8 0 0 1-7-7 5.8 5.8 0 1 0 7 7',
  auto: 'M2 3h12v8H2zm3.5 10.5h5M8 11v2.5',
  side: 'M2.5 3h11v10h-11zm4 0v10',
  more: 'M2.5 4.5h11M2.5 8h11m-11 3.5h11',
  keys: 'M1.5 4h13v8h-13zm2.5 2.5h.01m2.7 0h.01m2.6 0h.01m2.7 0h.01M5 9.5h6',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9m3.3-1.2 3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  upload: 'M8 10.5v-8m-3 3 3-3 3 3m-8.5 5v3h11v-3',
  person: 'M8 7.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4m-5.5 6.4c.6-3 2.8-4.3 5.5-4.3s4.9 1.3 5.5 4.3',
} as const;

export type ShellIcon = keyof typeof icons;

/** One icon of the app; whatever stands around it carries the words. */
export const shellIcon = (name: ShellIcon): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${icons[name]}></path>`}</svg>`;
