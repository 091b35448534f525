import type { WidgetName } from '@tabard/contract';
import { allDefined, autoload, awaitedTags, loadWidget } from './autoload.ts';
import { checkBrowser } from './browser-support.ts';
import type { OutreachClient } from './client.ts';
import { connect } from './connect.ts';
import { checkPrefix } from '../base/define-element.ts';
import { toFailure, type Failure } from '../base/failure.ts';
import { DEFAULT_PREFIX } from '../base/html.ts';
import { keepToken, type ClientSecret } from './keep-token.ts';
import type { FontSource } from './load-fonts.ts';
import { registeredSession, registerSession, unregisterSession } from './session-registry.ts';
import { Session, type SessionChanges, type SessionOptions } from './session.ts';
import type { Widget } from './widget.ts';

export interface InitOptions extends Omit<SessionOptions, 'client' | 'prefix'> {
  /** Origin of the platform, such as `https://api.agency.example`. */
  baseUrl: string;
  /** Asks your server for a new client secret. Called again before each expiry and after the platform refused one. */
  fetchClientSecret: () => Promise<ClientSecret>;
  /**
   * Who the secret is for, such as your user's id with the workspace's. Tabs of this origin with the same words share one secret
   * and ask your server once for all of them; left out, each tab asks for itself. It never leaves memory.
   */
  shareAcrossTabs?: string;
  /** First word of every tag: `acme` gives `<acme-inbox>`. */
  prefix?: string;
  /** Fonts to load for the elements: files with their family, or style sheets that declare them. */
  fonts?: readonly FontSource[];
  /** Nonce of the page's Content-Security-Policy, for font style sheets. */
  nonce?: string;
  /** Another source of the same data, for tests and special hosts. */
  client?: OutreachClient;
}

/** What an instance tells: the failure, or null with `change`. */
export type InstanceEvent = 'change' | 'error' | 'session-expired';

export interface Instance {
  /** First word of every tag, as it was given. */
  readonly prefix: string;
  /** Makes an element bound to this instance; its code is fetched now. */
  create(name: WidgetName): Widget;
  /** Binds an element that was made otherwise to this instance. */
  adopt(element: Widget): void;
  /** Changes looks, language, words or links at once, everywhere, without mounting anything again. */
  update(options: SessionChanges): void;
  /** Fetches code ahead of need. */
  preload(...names: WidgetName[]): Promise<void>;
  /** Resolves once every element that is on the page now can be used. */
  allDefined(): Promise<void>;
  /** Looks for tags in a shadow root of yours too; those in the document are found by themselves. */
  observe(root: ShadowRoot): void;
  /** Ends the session; elements say that they are signed out. */
  logout(): void;
  /** Ends the session and stops looking for tags. */
  destroy(): void;
  /** `change` after any change of session, connection or language; `error` with each failure; `session-expired` when it is over. */
  on(event: InstanceEvent, listener: (failure: Failure | null) => void): () => void;
}

/**
 * Connects elements to a workspace. Returns at once; elements that are on the page or come later load by themselves.
 * @example init({ baseUrl: 'https://api.agency.example', prefix: 'acme', fetchClientSecret: () => fetch('/session', { method: 'POST' }).then((r) => r.json()) })
 */
export function init(options: InitOptions): Instance {
  return open(options).instance;
}

/** `init` for the provider element, which also hands the session down itself. @internal */
export function open(options: InitOptions, register = true): { instance: Instance; session: Session } {
  checkBrowser();
  const prefix = checkPrefix(options.prefix ?? DEFAULT_PREFIX);
  if (register && registeredSession(prefix)?.closed === false) throw new Error(`"${prefix}" is in use: destroy() it.`);
  const failures = new EventTarget();
  const onError = (failure: Failure): void => {
    options.onError?.(failure);
    failures.dispatchEvent(new CustomEvent('error', { detail: failure }));
  };
  const { shareAcrossTabs: key } = options;
  const keeper = keepToken(
    options.fetchClientSecret,
    (failure) => session.report(failure),
    key && `${prefix} ${options.baseUrl} ${key}`,
  );
  const client = options.client ?? connect({ baseUrl: options.baseUrl, keeper });
  const session = new Session({ ...options, client, prefix, onError });
  const { fonts, nonce } = options;
  if (fonts) void import('./load-fonts.ts').then(({ loadFonts }) => loadFonts(fonts, nonce));
  if (register) registerSession(prefix, session);
  const loader = autoload(prefix, (error) => onError(toFailure(error)));
  // An element that is on the page already will ask who is signed in; its code and the answer come side by side.
  if (register && awaitedTags(prefix).size > 0) void session.enter();

  const logout = (): void => {
    keeper.stop();
    session.close();
  };
  const instance: Instance = {
    prefix,
    create: (name) => {
      // The tag may still be undefined here; the property is picked up when its code arrives.
      const element = document.createElement(`${prefix}-${name}`) as Widget;
      instance.adopt(element);
      return element;
    },
    adopt: (element) => {
      element.session = session;
      const name = element.localName.slice(prefix.length + 1);
      loadWidget(prefix, name).catch((error: unknown) => onError(toFailure(error)));
    },
    update: (changes) => session.update(changes),
    preload: async (...names) => void (await Promise.all(names.map((name) => loadWidget(prefix, name)))),
    allDefined: () => allDefined(prefix),
    observe: loader.observe,
    logout,
    destroy: () => {
      loader.stop();
      logout();
      unregisterSession(prefix, session);
    },
    on: (event, listener) => {
      const target = event === 'error' ? failures : session;
      // Only events with something to tell have a detail.
      const relay = (raised: Event): void => listener((raised as CustomEvent<Failure | undefined>).detail ?? null);
      target.addEventListener(event, relay);
      return () => target.removeEventListener(event, relay);
    },
  };
  return { instance, session };
}
