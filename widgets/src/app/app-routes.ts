import { widgetPlaces } from './widget-pages.ts';

/** Places that no element of its own shows. */
const own = { home: '/', 'get-started': '/get-started' } as const;

export type RouteName = keyof typeof own | keyof typeof widgetPlaces;

/** Every place of its own in the app and its address, a URI template. Literal addresses stand before those with an id. */
const templates = {
  ...own,
  ...Object.fromEntries(
    Object.entries(widgetPlaces)
      .map(([name, [address]]) => [name, address] as const)
      .toSorted(([, a], [, b]) => Number(a.includes('{')) - Number(b.includes('{'))),
  ),
} as Record<RouteName, string>; // all of both

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
