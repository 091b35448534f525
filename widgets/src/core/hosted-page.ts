import { msg } from '@lit/localize';
import { css, nothing, type PropertyValues } from 'lit';
import { property, state } from '../base/decorators.ts';
import type { WidgetName } from '@tabard/contract';
import { Button } from '../kit/button.ts';
import { EmptyState } from '../kit/empty-state.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { FORWARDED, HELLO, READY, type ToHost, type ToPage } from './frame-wire.ts';
import { html } from '../base/html.ts';
import { init, type Instance } from './init.ts';
import { pageLogo } from './page-logo.ts';
import { keepWaiting } from './keep-waiting.ts';
import type { ClientSecret } from './keep-token.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { shownPlaces } from './shown-places.ts';
import { applyTheme } from './compute-theme.ts';
import type { Appearance } from './theme-sheet.ts';
import { wearWhenShut } from './wear-when-shut.ts';

interface View {
  widget: WidgetName;
  attribute?: string;
  value?: string;
}

const MOST_UNHEARD = 50;

/** The element that shows a place of the product; null where none does. */
function viewOf(path: string): View | null {
  for (const [address, widget, attribute] of shownPlaces) {
    const found = new RegExp(`^${address.replace('{id}', '(\\w+)')}$`).exec(path);
    if (found) return { widget, attribute, value: found[1] };
  }
  return null;
}

/**
 * Takes the code out of the address before anything else can see it there: bookmarks, the history, what the page sends on. Only the
 * first one that asks gets it.
 */
function takeCode(): string | null {
  const code = location.hash.slice(1);
  if (code) history.replaceState(null, '', location.pathname);
  return code || null;
}

/**
 * A whole page that shows one element, signed in by the code in its address. It is written by the platform and speaks, when it is
 * framed, to pages of the origins that the host's server named, and to the first of them only.
 *
 * @summary What a hosted page consists of; not for pages of hosts.
 * @internal
 */
export class HostedPage extends PrefixedElement {
  static override tag = 'hosted-page';
  static override uses = [Button, EmptyState];
  static override styles = [
    widgetStyles,
    css`
      .root {
        gap: var(--_space-4);
      }
      :host(:not([framed])) .root {
        block-size: 100dvh;
        overflow: auto;
        padding: var(--_space-4) var(--_gutter) var(--_gutter);
        background: var(--_canvas);
      }
      :host([widget='app']:not([framed])) .root {
        padding: 0;
      }
      header {
        flex: none;
        display: flex;
        align-items: center;
        min-block-size: 44px;
        font-size: var(--_font-size-l);
        font-weight: var(--_font-weight-strong);
      }
      img {
        max-block-size: 36px;
        max-inline-size: 220px;
      }
      nav {
        flex: none;
      }
      :host(:not([framed])) ::slotted(*) {
        flex: 1 0 auto;
      }
      a {
        color: var(--_accent-text);
      }
    `,
  ];

  /** Its public id. */
  @property() page = '';
  /** The element that fills it. */
  @property() widget: WidgetName = 'app';
  /** The elements it may show. */
  @property() widgets = '';
  /** Where in the product it opens. */
  @property() place = '';
  /** Origin of the platform. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Origins of the pages that may frame it. */
  @property({ attribute: 'frame-origins' }) frameOrigins = '';
  /** Where a new link can be had. */
  @property({ attribute: 'return-url' }) returnUrl = '';
  /** Whose page it is. */
  @property() name = '';
  @property({ attribute: 'logo-url' }) logoUrl = '';
  /** The logo on dark grounds; the other one where there is none. */
  @property({ attribute: 'logo-dark-url' }) logoDarkUrl = '';
  @property() theme: NonNullable<Appearance['theme']> = 'auto';
  @property({ attribute: 'brand-color' }) brandColor = '';
  @property() locale = '';
  /** Whether it stands in a frame; then it shows the element alone. */
  @property({ type: Boolean, reflect: true }) framed = window.parent !== window;

  @state() private ended = false;
  @state() private depth = 0;

  #code = takeCode();
  #instance: Instance | null = null;
  #port: MessagePort | null = null;
  #views: View[] = [];
  #asked = 0;
  /** What was said before the host's page listened. */
  #unheard: ToHost[] = [];
  readonly #sheet = new CSSStyleSheet();
  readonly #answers = new Map<number, (taken: boolean) => void>();
  readonly #size = new ResizeObserver(() => this.#tellHeight());

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.unshift(this.#sheet);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theme') || changed.has('brandColor'))
      applyTheme(this.#sheet, this.tagPrefix, { theme: this.theme, brandColor: this.brandColor || undefined });
  }

  protected override firstUpdated(): void {
    if (this.framed) {
      addEventListener('message', this.#onMessage);
      window.parent.postMessage(READY, '*');
    }
    if (!this.#code) return this.#end();
    this.#instance = init({
      baseUrl: this.baseUrl,
      prefix: this.tagPrefix,
      locale: this.locale,
      fetchClientSecret: () => this.#trade(),
      onNavigate: () => false,
    });
    wearWhenShut(this.#instance, () => ({ theme: this.theme, brandColor: this.brandColor || undefined }));
    for (const name of FORWARDED)
      this.addEventListener(`${this.tagPrefix}-${name}`, (event) => this.#forward(name, event));
    // The app hears its keys itself.
    if (this.widget !== 'app')
      void import('../base/page-keys.ts').then(({ hearPageKeys }) => hearPageKeys(this, () => this.firstElementChild));
    if (this.widget === 'app') this.#show({ widget: 'app', attribute: 'route', value: this.place || '/' });
    else this.#show((this.place && viewOf(this.place)) || { widget: this.widget });
    this.#size.observe(this);
  }

  override render(): unknown {
    if (this.ended)
      return html`<main class="root">
        <x-empty
          role="alert"
          drawing="lock"
          heading=${msg('This page has ended')}
          text=${msg('Open it again from where you came.')}
        >
          ${this.returnUrl ? html`<a href=${this.returnUrl} target="_top">${msg('Open it again')}</a>` : nothing}
        </x-empty>
      </main>`;
    return html`<main class="root">
      ${this.framed || this.widget === 'app' ? nothing : html`<header>${pageLogo(this)}</header>`}
      ${
        this.depth > 1
          ? html`<nav><x-button variant="quiet" icon="back" @click=${this.#back}>${msg('Back')}</x-button></nav>`
          : nothing
      }
      <slot></slot>
    </main>`;
  }

  /** Trades the code for a session and the next code. What the network lost may be tried again with the same code. */
  async #trade(): Promise<ClientSecret> {
    const response = await fetch('/hosted/exchange', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ page: this.page, code: this.#code ?? '' }),
    });
    if (response.status === 401 || response.status === 403) {
      this.#end();
      throw new Error('The link was used already or is too old.');
    }
    if (!response.ok) throw new Error(`The session could not be opened: ${response.status}.`);
    const opened = (await response.json()) as { clientSecret: string; expiresAt: string; next: string }; // our own server's answer
    this.#code = opened.next;
    return opened;
  }

  #end(): void {
    this.ended = true;
    this.#code = null;
    this.#instance?.destroy();
    this.#instance = null;
    this.replaceChildren();
    this.#tell({ kind: 'ended' });
  }

  #show(view: View): void {
    if (!this.#instance) return;
    const element = this.#instance.create(view.widget);
    if (view.attribute) element.setAttribute(view.attribute, view.value ?? '');
    // Here it is all there is: its keys mean nothing else.
    if (view.widget === 'inbox') element.setAttribute('shortcuts', 'page');
    this.#views.push(view);
    this.depth = this.#views.length;
    keepWaiting(this, element, this.tagPrefix);
  }

  readonly #back = (): void => {
    this.#views.pop();
    const before = this.#views.pop();
    if (before) this.#show(before);
  };

  #forward(name: string, event: Event): void {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    const id = ++this.#asked;
    if (name !== 'navigate') return this.#tell({ kind: 'event', id, name, detail });
    // Only the host's page knows whether it takes over, and its answer comes later.
    event.preventDefault();
    const { path } = detail as { path: string }; // what elements give with this event
    const go = (): void => {
      // The app has places of its own, and goes there itself.
      if (this.widget === 'app') return this.firstElementChild?.setAttribute('route', path);
      const view = viewOf(path);
      const granted = this.widgets.split(' ');
      if (view && (granted.includes(view.widget) || granted.includes('app'))) this.#show(view);
    };
    if (!this.#port) return go();
    this.#answers.set(id, (taken) => taken || go());
    this.#tell({ kind: 'event', id, name, detail });
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    const named = this.frameOrigins.split(' ').includes(event.origin);
    if (event.data !== HELLO || event.source !== window.parent || !named || !port || this.#port) return;
    this.#port = port;
    port.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.#take(data));
    port.start();
    for (const message of this.#unheard.splice(0)) this.#tell(message);
  };

  #take(said: ToPage): void {
    if (said.kind === 'look') {
      this.#instance?.update(said.changes);
      const { theme, brandColor } = said.changes.appearance ?? {};
      if (brandColor) this.brandColor = brandColor;
      if (theme) this.theme = theme;
      if (theme)
        document.documentElement.style.colorScheme = theme === 'dark' || theme === 'light' ? theme : 'light dark';
      if (said.changes.locale) document.documentElement.lang = said.changes.locale;
    } else if (said.kind === 'focus') window.focus();
    else {
      this.#answers.get(said.id)?.(said.taken);
      this.#answers.delete(said.id);
    }
  }

  #tellHeight(): void {
    this.#tell({ kind: 'height', px: Math.ceil(this.getBoundingClientRect().height) });
  }

  #tell(message: ToHost): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end and knows no origin
    if (this.#port) this.#port.postMessage(message);
    else if (this.framed && this.#unheard.length < MOST_UNHEARD) this.#unheard.push(message);
  }
}
