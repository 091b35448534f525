import type { WidgetName } from '@tabard/contract';
import { autoload, loadWidget } from './autoload.ts';
import type { OutreachClient } from './client.ts';
import { connect } from './connect.ts';
import { checkPrefix } from './define-element.ts';
import { toFailure, type Failure } from './failure.ts';
import { DEFAULT_PREFIX } from './html.ts';
import { keepToken, type ClientSecret } from './keep-token.ts';
import type { FontSource } from './load-fonts.ts';
import { registerSession } from './session-registry.ts';
import { Session, type SessionOptions } from './session.ts';
import type { Widget } from './widget.ts';

export interface InitOptions extends Omit<SessionOptions, 'client' | 'prefix'> {
  /** Origin of the platform, such as `https://api.agency.example`. */
  baseUrl: string;
  /** Asks your server for a new client secret. Called again before each expiry. */
  fetchClientSecret: () => Promise<ClientSecret>;
  /** First word of every tag: `acme` gives `<acme-inbox>`. */
  prefix?: string;
  fonts?: readonly FontSource[];
  /** Nonce of the page's Content-Security-Policy, for font style sheets. */
  nonce?: string;
  /** Another source of the same data, for tests and special hosts. */
  client?: OutreachClient;
}

export interface Instance {
  readonly prefix: string;
  /** Makes an element bound to this instance; its code is fetched now. */
  create(name: WidgetName): Widget;
  /** Changes looks, language or time zone at once, everywhere. */
  update(options: Pick<InitOptions, 'appearance' | 'locale' | 'timeZone'>): void;
  /** Fetches code ahead of need. */
  preload(...names: WidgetName[]): Promise<void>;
  /** Ends the session; elements say that they are signed out. */
  logout(): void;
  /** Ends the session and stops looking for tags. */
  destroy(): void;
  /** `change` after any change of session, connection or language; `error` with each failure. */
  on(event: 'change' | 'error', listener: (failure: Failure | null) => void): () => void;
}

/**
 * Connects elements to a workspace. Returns at once; elements that are on the page or come later load by themselves.
 * @example init({ baseUrl: 'https://api.agency.example', prefix: 'acme', fetchClientSecret: () => fetch('/session', { method: 'POST' }).then((r) => r.json()) })
 */
export function init(options: InitOptions): Instance {
  const prefix = checkPrefix(options.prefix ?? DEFAULT_PREFIX);
  const failures = new EventTarget();
  const onError = (failure: Failure): void => {
    options.onError?.(failure);
    failures.dispatchEvent(new CustomEvent('error', { detail: failure }));
  };
  const keeper = keepToken(options.fetchClientSecret, onError);
  const client = options.client ?? connect({ baseUrl: options.baseUrl, keeper });
  const session = new Session({ ...options, client, prefix, onError });
  if (options.fonts) void loadFontsOf(options);
  registerSession(prefix, session);
  const stopLoading = autoload(prefix, (error) => onError(toFailure(error)));

  const logout = (): void => {
    keeper.stop();
    session.close();
  };
  return {
    prefix,
    create: (name) => {
      // The tag may still be undefined here; the property is picked up when its code arrives.
      const element = document.createElement(`${prefix}-${name}`) as Widget;
      element.session = session;
      loadWidget(prefix, name).catch((error: unknown) => onError(toFailure(error)));
      return element;
    },
    update: (changes) => session.update(changes),
    preload: async (...names) => void (await Promise.all(names.map((name) => loadWidget(prefix, name)))),
    logout,
    destroy: () => {
      stopLoading();
      logout();
      registerSession(prefix, null);
    },
    on: (event, listener) => {
      const target = event === 'change' ? session : failures;
      const relay = (raised: Event): void =>
        listener(raised instanceof CustomEvent ? (raised.detail as Failure) : null);
      target.addEventListener(event, relay);
      return () => target.removeEventListener(event, relay);
    },
  };
}

async function loadFontsOf({ fonts = [], nonce }: InitOptions): Promise<void> {
  const { loadFonts } = await import('./load-fonts.ts');
  loadFonts(fonts, nonce);
}
