import { msg } from '@lit/localize';
import type { Brand } from '@tabard/contract';
import { css, nothing, type PropertyValues } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { applyTheme } from '../core/compute-theme.ts';
import { wearWhenShut } from '../core/wear-when-shut.ts';
import { init, type Instance } from '../core/init.ts';
import { keepWaiting } from '../core/keep-waiting.ts';
import type { ClientSecret } from '../core/keep-token.ts';
import { directionOf } from '../core/locale.ts';
import type { Appearance } from '../core/theme-sheet.ts';
import { EmptyState } from '../kit/empty-state.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { followAddress } from './follow-address.ts';

/** Where this browser keeps whether somebody likes it light or dark. */
const themeKey = 'theme';

function chosenTheme(): Appearance['theme'] {
  const kept = localStorage.getItem(themeKey);
  return kept === 'light' || kept === 'dark' || kept === 'auto' ? kept : undefined;
}

/** Our own server's answer to a page that wants a session; an older one says nothing of how the person reads. */
interface SessionAnswer {
  clientSecret: string;
  expiresAt: string;
  locale?: string;
  timeZone?: string;
}

/** Asks our own server; the cookie of whoever is signed in goes to its own origin only. */
const post = (path: string, body: object): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/**
 * The app at its own address, for whoever is signed in in this browser: what it shows is in the address, loading it again changes
 * nothing, and whoever is signed in may sign out. It is written by the platform.
 *
 * @summary What the page of the app consists of; not for pages of hosts.
 * @internal
 */
export class SignedInPage extends PrefixedElement {
  static override tag = 'signed-in-page';
  static override uses = [EmptyState];
  static override styles = [
    widgetStyles,
    css`
      .root {
        block-size: 100dvh;
        overflow: auto;
        background: var(--_canvas);
      }
      ::slotted(*) {
        flex: 1 0 auto;
      }
      a {
        color: var(--_accent-text);
      }
    `,
  ];

  /** The workspace whose app it is. */
  @property() workspace = '';
  /** Origin of the platform. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Where people sign in. */
  @property({ attribute: 'return-url' }) returnUrl = '';
  /** Whose page it is. */
  @property() name = '';
  @property() theme: NonNullable<Appearance['theme']> = 'auto';
  @property({ attribute: 'brand-color' }) brandColor = '';
  @property() locale = '';
  /** The clock of whoever is signed in. */
  @property({ attribute: 'time-zone' }) timeZone = '';

  @state() private ended = false;

  #instance: Instance | null = null;
  /** When the person last did something here. */
  #usedAt = Date.now();
  /** What the page in front is called. */
  #title = '';
  readonly #sheet = new CSSStyleSheet();

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.unshift(this.#sheet);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theme') || changed.has('brandColor'))
      applyTheme(this.#sheet, this.tagPrefix, {
        theme: chosenTheme() ?? this.theme,
        brandColor: this.brandColor || undefined,
      });
  }

  protected override firstUpdated(): void {
    this.#instance = init({
      baseUrl: this.baseUrl,
      prefix: this.tagPrefix,
      locale: this.locale,
      timeZone: this.timeZone || undefined,
      appearance: { theme: chosenTheme() },
      fetchClientSecret: () => this.#openSession(),
    });
    wearWhenShut(this.#instance, () => ({
      theme: chosenTheme() ?? this.theme,
      brandColor: this.brandColor || undefined,
    }));
    // That the page asks for its next session by itself is no sign of anybody; a hand on it is.
    for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const)
      addEventListener(kind, this.#noteUse, { capture: true, passive: true });
    const base = `/app/${this.workspace}`;
    const app = this.#instance.create('app');
    app.setAttribute('route', location.pathname.slice(base.length) || '/');
    app.toggleAttribute('signs-out', true);
    app.toggleAttribute('shows-logo', true);
    followAddress(app, { by: 'history', base });
    this.#hear('change-theme', (detail) => this.#keepTheme(detail['theme'] ?? 'auto'));
    this.#hear('change-profile', (detail) => this.#read(detail));
    this.#hear('change-route', (detail) => this.#entitle(detail['title'] ?? ''));
    this.#instance.on('change', () => this.#wear(app.session?.current?.workspace?.brand));
    this.#hear('sign-out', () => void this.#signOut());
    keepWaiting(this, app, this.tagPrefix);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const)
      removeEventListener(kind, this.#noteUse, { capture: true });
  }

  readonly #noteUse = (): void => void (this.#usedAt = Date.now());

  override render(): unknown {
    if (!this.ended) return html`<main class="root"><slot></slot></main>`;
    return html`<main class="root">
      <x-empty
        role="alert"
        drawing="lock"
        heading=${msg('You are signed out')}
        text=${msg('Sign in again to go on where you were.')}
      >
        ${this.returnUrl ? html`<a href="${this.returnUrl}?to=${encodeURIComponent(location.pathname)}">${msg('Sign in')}</a>` : nothing}
      </x-empty>
    </main>`;
  }

  #hear(name: string, listener: (detail: Record<string, string>) => void): void {
    this.addEventListener(
      `${this.tagPrefix}-${name}`,
      (event) => listener((event as CustomEvent<Record<string, string> | null>).detail ?? {}), // what the app gives with it
    );
  }

  #entitle(title: string): void {
    this.#title = title;
    document.title = [title, this.name].filter(Boolean).join(' · ');
  }

  /** What stands around the app follows a brand that changed meanwhile: the ground, and the browser's tab. */
  #wear(brand: Brand | undefined): void {
    if (!brand) return;
    [this.brandColor, this.theme] = [brand.color, brand.mode];
    const icon = brand.faviconUrl ?? brand.markUrl ?? 'data:,';
    const link = document.querySelector('link[rel=icon]');
    if (link?.getAttribute('href') !== icon) link?.setAttribute('href', icon);
    if (this.name === brand.displayName) return;
    this.name = brand.displayName;
    this.#entitle(this.#title);
  }

  #keepTheme(theme: string): void {
    localStorage.setItem(themeKey, theme);
    document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  }

  async #openSession(): Promise<ClientSecret> {
    const response = await post('/app/session', {
      workspaceId: this.workspace,
      idleSeconds: Math.round((Date.now() - this.#usedAt) / 1000),
    });
    // Whoever may not see the workspace any more is asked to sign in as well.
    if ([401, 403, 404].includes(response.status)) this.#end();
    if (!response.ok) throw new Error(`The session could not be opened: ${response.status}.`);
    const { locale, timeZone, ...secret } = (await response.json()) as SessionAnswer;
    this.#read({ locale, timeZone });
    return secret;
  }

  /** Goes on in the language and by the clock of the person, who may have chosen others here or elsewhere. */
  #read({ locale, timeZone }: { locale?: string; timeZone?: string }): void {
    if (!locale || !timeZone || (locale === this.locale && timeZone === this.timeZone)) return;
    [this.locale, this.timeZone] = [locale, timeZone];
    [document.documentElement.lang, document.documentElement.dir] = [locale, directionOf(locale)];
    this.#instance?.update({ locale, timeZone });
  }

  async #signOut(): Promise<void> {
    const response = await post('/app/sign-out', {});
    if (response.ok) location.replace(this.returnUrl);
  }

  #end(): void {
    this.ended = true;
    this.#instance?.destroy();
    this.#instance = null;
    this.replaceChildren();
  }
}
