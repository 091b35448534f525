import { ContextProvider } from '@lit/context';
import { css, type PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import type { Failure } from '../base/failure.ts';
import { html } from '../base/html.ts';
import { open, type Instance } from './init.ts';
import type { ClientSecret } from './keep-token.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { sessionContext, wakeWaiting } from './session-registry.ts';
import type { SessionChanges } from './session.ts';
import type { Appearance } from './theme-sheet.ts';

/**
 * Connects the elements inside it to a workspace, without any script of the host's own.
 *
 * @summary The declarative twin of `init`.
 * @event {CustomEvent<Failure>} load-error - The session could not be opened, or something could not be loaded.
 * @slot - Elements to connect, among any content of the page.
 * @event {CustomEvent<Failure>} load-error - The session could not be opened, or an element failed.
 * @example <acme-provider base-url="https://api.agency.example" token-endpoint="/session"><acme-inbox></acme-inbox></acme-provider>
 */
export class Provider extends PrefixedElement {
  static override tag = 'provider';
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Origin of the platform. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Address on your server that answers a POST with `{ clientSecret, expiresAt }`. */
  @property({ attribute: 'token-endpoint' }) tokenEndpoint = '';
  /** `light`, `dark`, `auto` or `high-contrast`; the workspace's own when left out. */
  @property() theme: NonNullable<Appearance['theme']> | '' = '';
  /** Brand colour as `#rrggbb`; the workspace's own when left out. */
  @property({ attribute: 'brand-color' }) brandColor = '';
  /** A BCP 47 tag; the page's language when left out. */
  @property() locale = '';
  /** An IANA time zone; the workspace's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Who the secret is for; tabs with the same words share one. Each asks for itself when left out. */
  @property({ attribute: 'share-across-tabs' }) shareAcrossTabs = '';

  #instance: Instance | null = null;
  readonly #context = new ContextProvider(this, { context: sessionContext, initialValue: null });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const looks = {
      appearance: { theme: this.theme || undefined, brandColor: this.brandColor || undefined },
      locale: this.locale || undefined,
      timeZone: this.timeZone || undefined,
    };
    if (!this.#instance || changed.has('baseUrl') || changed.has('tokenEndpoint')) this.#connect(looks);
    else this.#instance.update(looks);
  }

  #connect(looks: SessionChanges): void {
    this.#instance?.destroy();
    this.#instance = null;
    if (!this.baseUrl || !this.tokenEndpoint) return;
    // Not registered for the page: two providers on one page are two workspaces, each for what stands inside it.
    const { instance, session } = open(
      {
        ...looks,
        baseUrl: this.baseUrl,
        prefix: this.tagPrefix,
        shareAcrossTabs: this.shareAcrossTabs,
        fetchClientSecret: () => askForSecret(this.tokenEndpoint),
        onError: (failure: Failure) => this.announce('load-error', failure),
      },
      false,
    );
    this.#instance = instance;
    this.#context.setValue(session);
    wakeWaiting();
  }

  /** The way to the session by script: `update`, `logout`, `on`; null until address and endpoint are set. */
  get instance(): Instance | null {
    return this.#instance;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A provider that is only moved comes back within this turn.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#instance?.destroy();
      this.#instance = null;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#instance) this.requestUpdate();
  }

  override render(): unknown {
    return html`<slot></slot>`;
  }
}

async function askForSecret(endpoint: string): Promise<ClientSecret> {
  const response = await fetch(endpoint, { method: 'POST', headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`);
  return (await response.json()) as ClientSecret; // keepToken checks what came.
}
