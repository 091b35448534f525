import type { App } from './app/app.ts';

/** How the address of the page says where the app is. */
export interface FollowAddressOptions {
  /** `hash` writes `#/inbox`; `history` writes paths below `base` and needs a server that answers them all. */
  by: 'hash' | 'history';
  /** The path the app lives at, such as `/portal/outreach`; for `history` only. */
  base?: string;
}

/**
 * Ties an app to the address of the page: reloading, going back and sharing a link work. Nothing does this unless the host
 * calls it. Returns the way to stop.
 * @example followAddress(document.querySelector('acme-app'), { by: 'history', base: '/portal/outreach' })
 */
export function followAddress(app: HTMLElement & Partial<App>, { by, base = '' }: FollowAddressOptions): () => void {
  const root = base.replace(/\/+$/, '');
  const prefix = app.localName.slice(0, app.localName.indexOf('-'));
  const read = (): string => {
    if (by === 'hash') return location.hash.slice(1) || '/';
    const inside = location.pathname === root || location.pathname.startsWith(`${root}/`);
    return (inside && location.pathname.slice(root.length)) || '/';
  };
  const obey = (): void => {
    app.route = read();
  };
  const write = (event: Event): void => {
    const { path, replace } = (event as CustomEvent<{ path: string; replace: boolean }>).detail;
    // Where the app went because the address changed, there is nothing to write.
    if (path === read()) return;
    const address = app.addressOf?.(path) ?? path;
    if (replace) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
  };
  // What leads somewhere is a link from now on: it can be copied, and opened beside.
  app.addressOf = (path) => (by === 'hash' ? `#${path}` : `${root}${path}`);
  obey();
  app.addEventListener(`${prefix}-change-route`, write);
  addEventListener('popstate', obey);
  addEventListener('hashchange', obey);
  return () => {
    app.addressOf = null;
    app.removeEventListener(`${prefix}-change-route`, write);
    removeEventListener('popstate', obey);
    removeEventListener('hashchange', obey);
  };
}
