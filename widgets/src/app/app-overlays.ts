import { msg } from '@lit/localize';
import { nothing } from 'lit';
import { defineElement } from '../core/define-element.ts';
import { html } from '../core/html.ts';
import type { PrefixedElementClass } from '../core/prefixed-element.ts';
import type { Session } from '../core/session.ts';
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

/** What stands over the pages: palette, help, and the acts that have an address. */
export class AppOverlays {
  /** The one that is open by itself, without an address. */
  shown: 'palette' | 'help' | null = null;
  readonly #app: App;
  readonly #ready = new Set<OverlayName>();
  readonly #coming = new Set<OverlayName>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Opens the palette or the help. */
  async open(name: 'palette' | 'help'): Promise<void> {
    if (await this.#load(name)) this.shown = name;
    this.#app.requestUpdate();
  }

  /** Closes it, unless another one has opened meanwhile. */
  close(name: 'palette' | 'help'): void {
    if (this.shown === name) this.shown = null;
    this.#app.requestUpdate();
  }

  async #load(name: OverlayName): Promise<boolean> {
    if (this.#ready.has(name)) return true;
    if (this.#coming.has(name)) return false;
    this.#coming.add(name);
    const arrived = await this.#app.tryTo(async () => defineElement(this.#app.tagPrefix, await loaders[name]()));
    this.#coming.delete(name);
    if (arrived) {
      this.#ready.add(name);
      this.#app.requestUpdate();
    }
    return arrived;
  }

  view(session: Session, route: Route | null): unknown {
    return html`${this.#act(session, route?.name)}
    ${
      this.#ready.has('palette')
        ? html`<x-app-palette
            .app=${this.#app}
            .session=${session}
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
      return html`<x-lead-import-wizard .session=${session} @close=${leave}></x-lead-import-wizard>`;
    if (name === 'add-lead')
      return html`<x-lead-form .session=${session} open @close=${leave} @saved=${saved}></x-lead-form>`;
    return html`<x-mailbox-form .session=${session} open @close=${leave} @saved=${saved}></x-mailbox-form>`;
  }
}
