import type { Lead } from '@tabard/contract';
import type { App } from './app/app.ts';
import { matchRoute, pathTo } from './app-routes.ts';

/** Turns what pages say into places: the app goes where a page wants to, and follows what a page opened by itself. */
export function followPages(app: App, root: ShadowRoot): void {
  // What a page means for the app only must not look to the host as if the app had said it.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its event carries
  const hear = <T>(name: string, act: (detail: T, event: Event) => void): void =>
    root.addEventListener(`${app.tagPrefix}-${name}`, (event) => act((event as CustomEvent<T>).detail, event));

  hear<{ path: string }>('navigate', ({ path }, event) => {
    event.stopPropagation();
    event.preventDefault();
    // A board shows a lead in its own drawer.
    const stays = app.stack.open.at(-1)?.page === 'board' && matchRoute(path)?.name.startsWith('lead');
    if (!stays) app.go(path);
  });
  for (const name of ['load-start', 'load', 'ready', 'resize', 'session-expired'])
    hear(name, (_, event) => event.stopPropagation());
  // A page that is not in front has no address now.
  root.addEventListener('change-view', ({ target }) => {
    if (target === app.shownElement) app.dispatchEvent(new Event('change-view'));
  });
  hear<{ id: string }>('select-conversation', ({ id }) => {
    const path = id ? pathTo('conversation', id) : pathTo('inbox');
    // Reading on is one visit; only the first thread is a step one can go back from.
    if (path !== app.route) app.go(path, matchRoute(app.route)?.name === 'conversation');
  });
  hear<{ id: string }>('save-campaign', ({ id }) => {
    const page = app.stack.open.at(-1);
    if (page?.page !== 'campaign' || page.route.id !== '') return;
    page.route = { name: 'campaign', id };
    app.go(pathTo('campaign', id), true);
  });
  hear<{ lead: Lead }>('select-lead', ({ lead }) => {
    const path = pathTo('lead', lead.id);
    // It opens beside the list, where the focus is. A board shows a lead in its own drawer.
    if (path !== app.route && app.stack.open.at(-1)?.page === 'leads') app.go(path, false, false);
  });
}
