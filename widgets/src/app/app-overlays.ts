import { msg } from '@lit/localize';
import { nothing } from 'lit';
import { defineElement } from '../base/define-element.ts';
import { html } from '../base/html.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Session } from '../core/session.ts';
import type { Addressed } from '../core/view-query.ts';
import type { App } from './app/app.ts';
import { actRoutes } from './act-routes.ts';
import { matchRoute, pathTo, type Route, type RouteName } from './app-routes.ts';

type OverlayName = 'palette' | 'help' | 'import-leads' | 'add-lead' | 'connect-mailbox';

/** Where the code of each is; none of it is fetched before it is asked for. */
const loaders: Record<OverlayName, () => Promise<PrefixedElementClass>> = {
  palette: async () => (await import('./app-palette.ts')).AppPalette,
  help: async () => (await import('./help-sheet.ts')).HelpSheet,
  'import-leads': async () => (await import('../crm/lead-import/lead-import-wizard.ts')).LeadImportWizard,
  'add-lead': async () => (await import('../crm/lead-table/lead-form.ts')).LeadForm,
  'connect-mailbox': async () => (await import('../outreach/mailbox-list/mailbox-form.ts')).MailboxForm,
};

/** What stands over the pages: palette, help, and the actions that have an address. */
export class AppOverlays {
  /** The one that is open by itself, without an address. */
  shown: 'palette' | 'help' | null = null;
  /** What was typed while the code of the palette was on its way; null when it is not. */
  ahead: string | null = null;
  /** What the palette begins with. */
  typed = '';
  readonly #app: App;
  readonly #ready = new Set<OverlayName>();
  readonly #coming = new Map<OverlayName, Promise<boolean>>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Opens the palette or the help. */
  async open(name: 'palette' | 'help'): Promise<void> {
    if (name === 'palette' && this.shown !== name) this.ahead ??= '';
    if (await this.#load(name)) {
      this.shown = name;
      this.typed = this.ahead ?? '';
    }
    this.ahead = null;
    this.#app.requestUpdate();
  }

  /** Closes it, unless another one has opened meanwhile. */
  close(name: 'palette' | 'help'): void {
    if (this.shown === name) this.shown = null;
    this.#app.requestUpdate();
  }

  /** Fetches the code of the palette before it is asked for. */
  preload(): void {
    void this.#load('palette');
  }

  async #load(name: OverlayName): Promise<boolean> {
    if (this.#ready.has(name)) return true;
    let coming = this.#coming.get(name);
    if (!coming) {
      coming = this.#app.tryTo(async () => defineElement(this.#app.tagPrefix, await loaders[name]()));
      this.#coming.set(name, coming);
    }
    const arrived = await coming;
    this.#coming.delete(name);
    if (arrived) this.#ready.add(name);
    if (arrived) this.#app.requestUpdate();
    return arrived;
  }

  view(session: Session, route: Route | null): unknown {
    return html`${this.#act(session, route?.name)}
    ${
      this.#ready.has('palette')
        ? html`<x-app-palette
            .app=${this.#app}
            .session=${session}
            typed=${this.typed}
            ?open=${this.shown === 'palette'}
            @close=${() => this.close('palette')}
          ></x-app-palette>`
        : nothing
    }
    ${
      this.#ready.has('help')
        ? html`<x-help-sheet
            .app=${this.#app}
            .session=${session}
            ?open=${this.shown === 'help'}
            @close=${() => this.close('help')}
            ><slot name="help" slot="help"></slot
          ></x-help-sheet>`
        : nothing
    }`;
  }

  #act(session: Session, name: RouteName | undefined): unknown {
    if (name !== 'import-leads' && name !== 'add-lead' && name !== 'connect-mailbox') return nothing;
    const { over, needs } = actRoutes[name];
    if (!session.can(needs)) return nothing;
    if (!this.#ready.has(name)) {
      void this.#load(name);
      return nothing;
    }
    const leave = (): void => {
      if (matchRoute(this.#app.route)?.name === name) this.#app.go(pathTo(over), true);
    };
    const saved = (): void => {
      leave();
      void this.#app.say(name === 'add-lead' ? msg('Lead added') : msg('The mailbox is connected.'));
    };
    if (name === 'import-leads')
      return html`<x-lead-import-wizard
        .session=${session}
        .shows=${session.can('lead.read')}
        @close=${leave}
        @show-import=${({ detail: importId }: CustomEvent<string>) => {
          leave();
          // The list beneath is there since before the wizard was.
          const list: Addressed | null = this.#app.shownElement;
          if (list?.viewQuery)
            list.viewQuery.value = new URLSearchParams({ filter: JSON.stringify({ importId }) }).toString();
        }}
      ></x-lead-import-wizard>`;
    if (name === 'add-lead')
      return html`<x-lead-form .session=${session} open @close=${leave} @saved=${saved}></x-lead-form>`;
    return html`<x-mailbox-form .session=${session} open @close=${leave} @saved=${saved}></x-mailbox-form>`;
  }
}
