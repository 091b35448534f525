import type { CurrentSession, Permission } from '@tabard/contract';
import { Cache } from './cache.ts';
import type { OutreachClient } from './client.ts';
import { toFailure, type Failure } from './failure.ts';
import { createFormat, type Format } from './format.ts';
import { useLanguage } from './locale.ts';
import type { Realtime } from './realtime.ts';
import { applyTheme, type Appearance } from './theme-sheet.ts';

export interface SessionOptions {
  client: OutreachClient;
  prefix: string;
  appearance?: Appearance;
  /** A BCP 47 tag; the page's language when left out. */
  locale?: string;
  /** An IANA name; the workspace's own when left out. */
  timeZone?: string;
  onError?: (failure: Failure) => void;
  /** Told where an element wants to go, such as `/campaigns/cmp_…`. Return false to take over. */
  onNavigate?: (path: string) => boolean | void;
}

/** What the elements of one provider share: client, cache, stream, theme, language and who is signed in. */
export class Session extends EventTarget {
  readonly client: OutreachClient;
  readonly prefix: string;
  readonly cache = new Cache();
  /** The one stream; it opens once the first answer is there. */
  realtime: Realtime | null = null;
  readonly themeSheet = new CSSStyleSheet();
  /** Who is signed in and what they may do; null until the platform answered. */
  current: CurrentSession | null = null;
  failure: Failure | null = null;
  offline = typeof navigator !== 'undefined' && !navigator.onLine;
  format: Format;
  #options: SessionOptions;
  #entering: Promise<void> | null = null;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
    this.client = options.client;
    this.prefix = options.prefix;
    this.format = createFormat(this.locale, options.timeZone);
    applyTheme(this.themeSheet, this.prefix, options.appearance ?? {}, null);
    addEventListener('online', this.#onLine);
    addEventListener('offline', this.#onLine);
  }

  get locale(): string {
    return this.#options.locale || document.documentElement.lang || navigator.language || 'en';
  }
  get timeZone(): string {
    return (
      this.#options.timeZone ?? this.current?.workspace?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    );
  }

  can(permission: Permission): boolean {
    return this.current?.permissions.includes(permission) ?? false;
  }

  /** How the host wants elements to look now. */
  get appearance(): Appearance {
    return this.#options.appearance ?? {};
  }
  /** Light, dark or as the device: what the host said, or else the workspace. */
  get theme(): 'light' | 'dark' | 'auto' {
    return this.appearance.theme ?? this.current?.workspace?.brand.mode ?? 'auto';
  }

  /**
   * Whether the session was made for this element, or for the whole app, which brings all of them; the platform enforces
   * it, elements only say so.
   */
  shows(widget: string): boolean {
    const widgets = this.current?.widgets;
    return !widgets || widgets.includes(widget) || widgets.includes('app');
  }

  /** Asks once who is signed in, for all elements; after a failure the next call asks again. */
  enter(): Promise<void> {
    this.#entering ??= this.#enter();
    return this.#entering;
  }

  async #enter(): Promise<void> {
    try {
      const [current] = await Promise.all([this.client.sessions.current(), useLanguage(this.locale)]);
      this.current = current;
      this.failure = null;
      this.#restyle();
      void this.#listen();
    } catch (error) {
      this.failure = toFailure(error);
      this.#entering = null;
      this.#options.onError?.(this.failure);
    }
    this.#changed();
  }

  async #listen(): Promise<void> {
    const { Realtime } = await import('./realtime.ts');
    if (!this.current) return;
    this.realtime ??= new Realtime(this.client, this.cache, () => this.#changed());
    this.realtime.start();
  }

  /** Changes looks or language of everything on the page, without mounting anything again. */
  update(options: Pick<SessionOptions, 'appearance' | 'locale' | 'timeZone'>): void {
    this.#options = { ...this.#options, ...options };
    this.#restyle();
    void useLanguage(this.locale);
    this.#changed();
  }

  navigate(path: string): boolean {
    return this.#options.onNavigate?.(path) !== false;
  }

  report(failure: Failure): void {
    this.#options.onError?.(failure);
  }

  /** Ends the session on this page: forgets what was loaded and who was signed in. */
  close(): void {
    this.realtime?.stop();
    this.realtime = null;
    this.current = null;
    this.#entering = null;
    this.failure = toFailure({ kind: 'authentication', code: 'client.signed_out', status: 401, retryable: false });
    this.cache.clear();
    removeEventListener('online', this.#onLine);
    removeEventListener('offline', this.#onLine);
    this.#changed();
  }

  #restyle(): void {
    const brand = this.current?.workspace?.brand ?? null;
    applyTheme(this.themeSheet, this.prefix, this.#options.appearance ?? {}, brand);
    this.format = createFormat(this.locale, this.timeZone);
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  readonly #onLine = (): void => {
    this.offline = !navigator.onLine;
    if (!this.offline) this.cache.invalidate([]);
    this.#changed();
  };
}
