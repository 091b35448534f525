import { closeModals } from './close-modals.ts';
import type { Addressed, ViewQuery } from '../core/view-query.ts';
import type { App } from './app/app.ts';

/** How the address of the page says where the app is. */
export interface FollowAddressOptions {
  /** `hash` writes `#/inbox`; `history` writes paths below `base` and needs a server that answers them all. */
  by: 'hash' | 'history';
  /** The path the app lives at, such as `/portal/outreach`; for `history` only. */
  base?: string;
}

/**
 * Ties an app to the address of the page, with the search, tab, order and period of its pages: reloading, going back and sharing
 * a link work. Nothing does this unless the host
 * calls it. Returns the way to stop.
 * @example followAddress(document.querySelector('acme-app'), { by: 'history', base: '/portal/outreach' })
 */
export function followAddress(app: HTMLElement & Partial<App>, { by, base = '' }: FollowAddressOptions): () => void {
  const root = base.replace(/\/+$/, '');
  const prefix = app.localName.slice(0, app.localName.indexOf('-'));
  const read = (): string => {
    if (by === 'hash') return location.hash.slice(1).split('?')[0] || '/';
    const inside = location.pathname === root || location.pathname.startsWith(`${root}/`);
    return (inside && location.pathname.slice(root.length)) || '/';
  };
  const shown = (): ViewQuery | undefined => {
    const element: Addressed | null = app.shownElement ?? null;
    return element?.viewQuery;
  };
  const queryNow = (): string => (by === 'hash' ? location.hash.split('?')[1] : location.search.slice(1)) ?? '';
  const withQuery = (path: string, query: string): string =>
    `${app.addressOf?.(path) ?? path}${query ? `?${query}` : ''}`;
  /** What the address says of the view, until the page it is meant for is there. */
  let wanted: string | null = null;
  const noteView = (): void => {
    const view = shown();
    if (!view) return;
    if (wanted !== null) {
      [view.value, wanted] = [wanted, null];
      return;
    }
    // What else the host says there stays.
    const query = new URLSearchParams(queryNow());
    for (const key of view.keys) query.delete(key);
    for (const [key, value] of new URLSearchParams(view.value)) query.set(key, value);
    if (query.toString() !== queryNow()) history.replaceState(history.state, '', withQuery(read(), query.toString()));
  };
  const obey = (event?: Event): void => {
    // Back from a form with changes asks first: until that is answered the address stays what is shown.
    if (event && app.route !== undefined && read() !== app.route && closeModals(app.renderRoot ?? app) === null)
      return history.pushState(null, '', withQuery(app.route, shown()?.value ?? ''));
    wanted = queryNow();
    app.route = read();
    void app.updateComplete?.then(() => wanted !== null && noteView());
  };
  const write = (event: Event): void => {
    const { path, replace } = (event as CustomEvent<{ path: string; replace: boolean }>).detail;
    // Where the app went because the address changed, there is nothing to write.
    if (path === read()) return;
    wanted = null;
    const address = withQuery(path, shown()?.value ?? '');
    if (replace) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
  };
  // What leads somewhere is a link from now on: it can be copied, and opened beside.
  app.addressOf = (path) => (by === 'hash' ? `#${path}` : `${root}${path}`);
  obey();
  app.addEventListener(`${prefix}-change-route`, write);
  app.addEventListener('change-view', noteView);
  addEventListener('popstate', obey);
  addEventListener('hashchange', obey);
  return () => {
    app.addressOf = null;
    app.removeEventListener(`${prefix}-change-route`, write);
    app.removeEventListener('change-view', noteView);
    removeEventListener('popstate', obey);
    removeEventListener('hashchange', obey);
  };
}
