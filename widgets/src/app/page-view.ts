import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import type { App } from './app/app.ts';
import type { WidgetPage } from './app-pages.ts';
import { matchRoute, pathTo } from './app-routes.ts';
import type { OpenPage } from './page-stack.ts';
import { widgetPages } from './widget-pages.ts';

/** The element of a page, told what its address names. */
export function pageView({ page, link }: OpenPage, app: App, session: Session): TemplateResult {
  if (page === 'home')
    return html`<x-app-home
      .session=${session}
      .addressOf=${app.addressOf}
      onboarding=${app.onboarding}
      @dismiss=${() => app.dismissOnboarding()}
    ></x-app-home>`;
  if (page === 'get-started') return html`<x-app-get-started .session=${session}></x-app-get-started>`;
  const { view }: WidgetPage = widgetPages[page];
  // A record that has an address of its own is left with what shows it.
  return view(session, link, (from, to) => {
    const shown = matchRoute(app.route)?.name;
    if (shown && from.includes(shown)) app.go(pathTo(to));
  });
}
