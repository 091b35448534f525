import { msg } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Session } from '../core/session.ts';
import type { SkeletonShape } from '../kit/skeleton.ts';
import { matchRoute, pathTo, type Route, type RouteName } from './app-routes.ts';
import { recordPages, type RecordPageName } from './record-pages.ts';
import type { ShellIcon } from './shell-icon.ts';

/** The closed list of pages. A page shows one element; several addresses may lead to it. */
export const pageNames = [
  'home',
  'get-started',
  'campaigns',
  'campaign',
  'inbox',
  'leads',
  'board',
  'analytics',
  ...recordPages.map(({ name }) => name),
] as const;
export type PageName = (typeof pageNames)[number];

export interface AppPage {
  /** Any one of these opens the page. */
  needs: readonly Permission[];
  /** Fetches the code of its element. */
  load: () => Promise<PrefixedElementClass>;
  icon: ShellIcon;
  /** The second key of `g` and a letter. */
  key: string;
  skeleton: SkeletonShape;
  /** Fills the room and scrolls inside; others scroll as a whole. */
  fills?: boolean;
  /** Where it stands in the navigation; left out, it has no entry of its own. */
  group?: 'outreach' | 'insight' | 'setup';
}

export const pages: Record<PageName, AppPage> = {
  home: {
    needs: ['inbox.read', 'campaign.read', 'mailbox.read', 'analytics.read'],
    load: async () => (await import('./home-page.ts')).HomePage,
    icon: 'home',
    key: 'h',
    skeleton: 'figures',
  },
  'get-started': {
    needs: ['mailbox.read', 'lead.read', 'campaign.read'],
    load: async () => (await import('./get-started-page.ts')).GetStartedPage,
    icon: 'start',
    key: 's',
    skeleton: 'text',
  },
  campaigns: {
    needs: ['campaign.read'],
    load: async () => (await import('../outreach/campaign-list/campaign-list.ts')).CampaignList,
    icon: 'campaigns',
    key: 'c',
    skeleton: 'table',
    group: 'outreach',
  },
  campaign: {
    needs: ['campaign.read'],
    load: async () => (await import('../outreach/campaign-editor/campaign-editor.ts')).CampaignEditor,
    icon: 'campaigns',
    key: '',
    skeleton: 'flow',
  },
  inbox: {
    needs: ['inbox.read'],
    load: async () => (await import('../inbox/inbox/inbox.ts')).Inbox,
    icon: 'inbox',
    key: 'i',
    skeleton: 'panes',
    fills: true,
    group: 'outreach',
  },
  leads: {
    needs: ['lead.read'],
    load: async () => (await import('../crm/lead-table/lead-table.ts')).LeadTable,
    icon: 'leads',
    key: 'l',
    skeleton: 'table',
    fills: true,
    group: 'outreach',
  },
  board: {
    needs: ['lead.read'],
    load: async () => (await import('../crm/lead-board/lead-board.ts')).LeadBoard,
    icon: 'board',
    key: 'b',
    skeleton: 'board',
    fills: true,
    group: 'outreach',
  },
  analytics: {
    needs: ['analytics.read'],
    load: async () => (await import('../insight/analytics-overview/analytics-overview.ts')).AnalyticsOverview,
    icon: 'analytics',
    key: 'a',
    skeleton: 'figures',
    group: 'insight',
  },
  ...(Object.fromEntries(recordPages.map((page) => [page.name, page])) as unknown as Record<RecordPageName, AppPage>), // by their names
};

const pageOfRoute: Partial<Record<RouteName, PageName>> = {
  'new-campaign': 'campaign',
  conversation: 'inbox',
  'import-leads': 'leads',
  'add-lead': 'leads',
  lead: 'leads',
  'connect-mailbox': 'mailboxes',
  'campaign-analytics': 'analytics',
  ...Object.fromEntries(recordPages.map(({ record, name }) => [record, name])),
};

/** The page that shows a place. */
export const pageOf = (route: RouteName): PageName => pageOfRoute[route] ?? (route as PageName); // the rest are named alike

/** Whether this session may see a page; the platform refuses what a page would ask for otherwise. */
export const maySee = (session: Session, page: PageName): boolean =>
  pages[page].needs.some((each) => session.can(each));

/** What a page is called on screen. */
export function pageTitle(page: PageName): string {
  const listed = recordPages.find(({ name }) => name === page);
  if (listed) return listed.title();
  const titles: Record<Exclude<PageName, RecordPageName>, string> = {
    home: msg('Home'),
    'get-started': msg('Get started'),
    campaigns: msg('Campaigns'),
    campaign: msg('Campaign'),
    inbox: msg('Inbox'),
    leads: msg('Leads'),
    board: msg('Board'),
    analytics: msg('Analytics'),
  };
  return titles[page as keyof typeof titles]; // the rest of the pages
}

/** The heading over a part of the navigation. */
export function groupTitle(group: NonNullable<AppPage['group']>): string {
  const titles = { outreach: msg('Outreach'), insight: msg('Insight'), setup: msg('Set-up') };
  return titles[group];
}

/** The pages a session may see, in the order of the navigation. */
export const seenPages = (session: Session): PageName[] => pageNames.filter((name) => maySee(session, name));

/** Where a path leads for a session; `/` is the first page it may see, and what is shown already stays as it is. */
export function targetOf(session: Session, path: string, shown: Route | undefined): Route | null {
  const route = matchRoute(path);
  if (route && shown && route.name === shown.name && route.id === shown.id) return shown;
  if (!route || maySee(session, pageOf(route.name))) return route;
  const first = route.name === 'home' ? seenPages(session).find((page) => page !== 'get-started') : undefined;
  return first ? matchRoute(pathTo(first)) : route;
}
