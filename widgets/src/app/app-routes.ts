import { recordPages, type RecordRouteName } from './record-pages.ts';

/** Every place of its own in the app and its address, a URI template. Literal addresses stand before those with an id. */
const own = {
  home: '/',
  'get-started': '/get-started',
  campaigns: '/campaigns',
  'new-campaign': '/campaigns/new',
  campaign: '/campaigns/{id}',
  inbox: '/inbox',
  conversation: '/inbox/{id}',
  leads: '/leads',
  'import-leads': '/leads/import',
  'add-lead': '/leads/new',
  lead: '/leads/{id}',
  board: '/board',
  'connect-mailbox': '/mailboxes/new',
  analytics: '/analytics',
  'campaign-analytics': '/analytics/{id}',
} as const;

export type RouteName = keyof typeof own | RecordRouteName;

/** Lists of nouns are at their names, and each record below. */
const templates = {
  ...own,
  ...Object.fromEntries(
    recordPages.flatMap(({ name, record }) => [
      [name, `/${name}`],
      [record, `/${name}/{id}`],
    ]),
  ),
} as Record<RouteName, string>; // both names of each page

export interface Route {
  name: RouteName;
  /** The record the address names; empty where it names none. */
  id: string;
}

const patterns = Object.entries(templates).map(
  ([name, template]) => [name as RouteName, new RegExp(`^${template.replace('{id}', '([\\w-]+)')}$`)] as const,
);

/** The place an address means; null when there is none. What follows `?` or `#` is the host's own. */
export function matchRoute(path: string): Route | null {
  const [bare = ''] = path.split(/[?#]/);
  const address = `/${bare.split('/').filter(Boolean).join('/')}`;
  for (const [name, pattern] of patterns) {
    const found = pattern.exec(address);
    if (found) return { name, id: found[1] ?? '' };
  }
  return null;
}

/** The address of a place. */
export const pathTo = (name: RouteName, id = ''): string => templates[name].replace('{id}', id);
