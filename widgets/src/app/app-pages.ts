import { msg } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Session } from '../core/session.ts';
import type { SkeletonShape } from '../kit/skeleton.ts';
import { matchRoute, pathTo, type Route, type RouteName } from './app-routes.ts';
import type { ShellIcon } from './shell-icon.ts';
import { widgetPages, widgetPlaces } from './widget-pages.ts';

export interface AppPage {
  /** Any one of these opens the page. */
  needs: readonly Permission[];
  /** What it is called on screen. */
  title: () => string;
  icon: ShellIcon;
  /** The second key of `g` and a letter. */
  key: string;
  skeleton: SkeletonShape;
  /** Fills the room and scrolls inside; others scroll as a whole. */
  fills?: boolean;
  /** Where it stands in the navigation; left out, it has no entry of its own. */
  group?: 'outreach' | 'insight' | 'setup' | 'settings';
  /** Fetches the code of its element. */
  load: () => Promise<PrefixedElementClass>;
}

/** A page that shows one element. */
export interface WidgetPage extends AppPage {
  /** The element, told the id that its address names; it asks to be left from some places for another. */
  view: (session: Session, id: string, leave: (from: readonly RouteName[], to: RouteName) => void) => TemplateResult;
}

/** Pages that are no element of their own. */
const own = {
  home: {
    needs: ['inbox.read', 'campaign.read', 'mailbox.read', 'analytics.read'],
    load: async () => (await import('./home-page.ts')).HomePage,
    title: () => msg('Home'),
    icon: 'home',
    key: 'h',
    skeleton: 'figures',
  },
  'get-started': {
    needs: ['mailbox.read', 'lead.read', 'campaign.read'],
    load: async () => (await import('./get-started-page.ts')).GetStartedPage,
    title: () => msg('Get started'),
    icon: 'start',
    key: 'x',
    skeleton: 'text',
  },
} as const satisfies Record<string, AppPage>;

export type PageName = keyof typeof own | keyof typeof widgetPages;

/** The closed list of pages, in the order of the navigation. Several addresses may lead to one. */
export const pages: Readonly<Record<PageName, AppPage>> = { ...own, ...widgetPages };
export const pageNames = Object.keys(pages) as PageName[]; // its keys

/** The page that shows a place. */
export const pageOf = (route: RouteName): PageName =>
  route in widgetPlaces ? widgetPlaces[route as keyof typeof widgetPlaces][1] : (route as keyof typeof own); // one or the other

/** The page whose entry of the navigation a page belongs to. */
export const entryOf = (page: PageName): PageName =>
  page === 'campaign' ? 'campaigns' : page === 'lead-page' ? 'leads' : page;

/** Whether this session may see a page; the platform refuses what a page would ask for otherwise. */
export const maySee = (session: Session, page: PageName): boolean =>
  pages[page].needs.some((each) => session.can(each));

/** What a page is called on screen. */
export const pageTitle = (page: PageName): string => pages[page].title();

/** The heading over a part of the navigation. */
export function groupTitle(group: NonNullable<AppPage['group']>): string {
  const titles = {
    outreach: msg('Outreach'),
    insight: msg('Insight'),
    setup: msg('Set-up'),
    settings: msg('Settings'),
  };
  return titles[group];
}

/** The pages a session may see, in the order of the navigation. */
export const seenPages = (session: Session): PageName[] => pageNames.filter((name) => maySee(session, name));

/** Where a path leads for a session; `/` is the first page it may see, and what is shown already stays as it is. */
export function targetOf(session: Session, path: string, shown: Route | undefined): Route | null {
  const route = matchRoute(path);
  if (route && shown && route.name === shown.name && route.id === shown.id) return shown;
  if (!route || maySee(session, pageOf(route.name))) return route;
  const first =
    route.name === 'home'
      ? seenPages(session).find((page) => page !== 'get-started' && page !== 'search' && page !== 'account')
      : undefined;
  return first ? matchRoute(pathTo(first)) : route;
}
