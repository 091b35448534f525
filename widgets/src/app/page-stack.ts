import { entryOf, pageOf, type PageName } from './app-pages.ts';
import { matchRoute, pathTo, type Route } from './app-routes.ts';
import type { Failure } from '../base/failure.ts';

/** How many pages stay as they were left. */
const KEEP = 6;

/** One page that is open, or was and is kept. */
export interface OpenPage {
  /** Names it for good, whatever it shows later. */
  readonly key: number;
  readonly page: PageName;
  route: Route;
  /** What a deep link asks the page to open; emptied once the page did. */
  link: string;
  ready: boolean;
  failure: Failure | null;
  /** What had the focus when it was left. */
  focused: HTMLElement | null;
}

/** Whether an address is shown by another page than this one. */
export function leadsElsewhere(path: string, { page, route }: OpenPage): boolean {
  const next = matchRoute(path);
  return next === null || pageOf(next.name) !== page || (page === 'campaign' && next.id !== route.id);
}

/** The pages that were visited, newest last: going back finds them as they were left, scrolled and half written. */
export class PageStack {
  open: OpenPage[] = [];
  /** Where this visit was, newest first, without where it is. */
  visited: readonly string[] = [];
  #keys = 0;
  #reached = true;

  /** The code of a page that was lost with the connection may be fetched again when that is back. */
  noteReach(reached: boolean): void {
    if (reached && !this.#reached) for (const page of this.open) page.failure = null;
    this.#reached = reached;
  }

  noteVisit(before: string, now: string): void {
    this.visited = [before, ...this.visited]
      .filter((path, at, all) => path !== now && all.indexOf(path) === at)
      .slice(0, 20);
  }

  /** Brings the page of a place to the front. Every campaign is a page of its own, so that no draft is lost to another. */
  show(route: Route): OpenPage {
    const page = pageOf(route.name);
    let found = this.open.find((one) => one.page === page && (page !== 'campaign' || one.route.id === route.id));
    found ??= { key: ++this.#keys, page, route, link: '', ready: false, failure: null, focused: null };
    if (found.route !== route || !this.open.includes(found)) found.link = route.id;
    found.route = route;
    const front = found;
    this.open = [...this.open.filter((one) => one !== front), front].slice(-KEEP);
    return front;
  }

  /** Where an entry of the navigation leads: to the page as it was left, or to its beginning when it is shown already. */
  pathOfEntry(page: PageName): string {
    const kept = this.open.find((one) => one.page === page);
    const shown = kept && kept === this.open.at(-1);
    return kept?.link && !shown ? pathTo(kept.route.name, kept.link) : pathTo(entryOf(page));
  }
}
