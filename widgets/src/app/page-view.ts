import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import type { App } from './app/app.ts';
import { matchRoute, pathTo, type RouteName } from './app-routes.ts';
import type { OpenPage } from './page-stack.ts';
import { recordPages } from './record-pages.ts';

/** The element of a page, told what its address names. */
export function pageView({ page, link }: OpenPage, app: App, session: Session): TemplateResult {
  switch (page) {
    case 'home':
      return html`<x-app-home
        .session=${session}
        onboarding=${app.onboarding}
        @dismiss=${() => app.dismissOnboarding()}
      ></x-app-home>`;
    case 'get-started':
      return html`<x-app-get-started .session=${session}></x-app-get-started>`;
    case 'campaigns':
      return html`<x-campaign-list .session=${session}></x-campaign-list>`;
    case 'campaign':
      return html`<x-campaign-editor
        .session=${session}
        campaign-id=${link}
        closable
        @close-editor=${() => app.go(pathTo('campaigns'))}
      ></x-campaign-editor>`;
    case 'inbox':
      return html`<x-inbox .session=${session} conversation-id=${link}></x-inbox>`;
    case 'leads':
      return html`<x-lead-table
        .session=${session}
        lead-id=${link}
        @close-lead=${() => closeRecord(app, 'lead', 'leads')}
      ></x-lead-table>`;
    case 'board':
      return html`<x-lead-board .session=${session}></x-lead-board>`;
    case 'analytics':
      return html`<x-analytics-overview .session=${session} campaign-id=${link}></x-analytics-overview>`;
    default: {
      const listed = recordPages.find(({ name }) => name === page);
      return listed?.view(session, link, () => closeRecord(app, listed.record, listed.name)) ?? html``;
    }
  }
}

/** A record that has an address of its own is left with its drawer. */
function closeRecord(app: App, record: RouteName, list: RouteName): void {
  if (matchRoute(app.route)?.name === record) app.go(pathTo(list));
}
