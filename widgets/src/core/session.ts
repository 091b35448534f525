import type { CurrentSession, Permission, WidgetConfiguration, WidgetName } from '@tabard/contract';
import { checkHex, type Palette } from '@tabard/theme';
import { replaceIcons } from '../kit/draw-icon.ts';
import { Cache } from './cache.ts';
import type { OutreachClient } from './client.ts';
import { linkTo, type Links } from './deep-link.ts';
import { toFailure, type Failure } from '../base/failure.ts';
import { forgetDrafts } from './forget-drafts.ts';
import { createFormat, type Format } from './format.ts';
import { useLanguage } from './locale.ts';
import type { Looks } from './looks.ts';
import type { Realtime } from './realtime.ts';
import { NEUTRAL_COLOR, WAITING, writeTheme, type Appearance } from './theme-sheet.ts';

/** What elements measure of themselves, for a host that wants to know; nothing is sent anywhere by itself. */
export interface Measure {
  name: 'widget.ready' | 'widget.failed' | 'session.expired';
  widget?: WidgetName;
  milliseconds?: number;
  code?: string;
}

export interface SessionOptions {
  client: OutreachClient;
  prefix: string;
  /** Where the platform is, to find out why it cannot be reached. */
  baseUrl?: string;
  /** Looks; what is left out comes from the workspace's brand. */
  appearance?: Appearance;
  /** A BCP 47 tag; the page's language when left out. */
  locale?: string;
  /** An IANA name; the workspace's own when left out. */
  timeZone?: string;
  /** Other words for single texts, by their English words or their message id; `{0}` is what is put into them. */
  messages?: Readonly<Record<string, string>>;
  /** Where elements lead to in the host's own pages: `{ '/campaigns/{id}': 'https://portal.example/campaigns/{id}' }`. */
  links?: Links;
  /** Told of every failure, whichever element it is of. */
  onError?: (failure: Failure) => void;
  /** Told where an element wants to go, such as `/campaigns/cmp_…`, and the host's own address for it. Return false to take over. */
  onNavigate?: (path: string, href: string | null) => boolean | void;
  /** Told what elements measure of themselves; nothing is sent anywhere by itself. */
  onTelemetry?: (measure: Measure) => void;
}

/** What may be changed while everything stays mounted. */
export type SessionChanges = Pick<SessionOptions, 'appearance' | 'locale' | 'timeZone' | 'messages' | 'links'>;

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
  /** Ended for good by the host; elements take the next session of their prefix. */
  closed = false;
  /** Since when nothing new could be read, ms since the epoch; null while all is well. */
  offlineSince: number | null = navigator.onLine ? null : Date.now();
  format: Format;
  /** Whether it is light or dark now, or as the device is. */
  mode: Appearance['theme'];
  #options: SessionOptions;
  #entering: Promise<void> | null = null;
  #looks: Looks | null = null;
  /** What is painted with, and the colour that it is computed from where the platform did not send it. */
  #palette: Palette = WAITING;
  #color = '';
  #entered = false;
  #refined = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
    this.client = options.client;
    this.prefix = options.prefix;
    this.format = createFormat(this.locale, options.timeZone);
    this.#restyle();
    for (const name of ['online', 'offline']) addEventListener(name, this.#onLine);
  }

  get locale(): string {
    return this.#options.locale || document.documentElement.lang || navigator.language || 'en';
  }
  get timeZone(): string {
    return (
      this.#options.timeZone ?? this.current?.workspace?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    );
  }
  get offline(): boolean {
    return this.offlineSince !== null;
  }
  /** How the host wants elements to look now. */
  get appearance(): Appearance {
    return this.#options.appearance ?? {};
  }

  can(permission: Permission): boolean {
    return this.current?.permissions.includes(permission) ?? false;
  }

  /** Light, dark or as the device: what the host said, or else the workspace. */
  get theme(): NonNullable<Appearance['theme']> {
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

  /** What the platform has stored of how an element shows itself here. */
  configurationOf(widget: WidgetName): WidgetConfiguration {
    return this.current?.configuration?.[widget] ?? {};
  }

  /** Asks once who is signed in, for all elements; after a failure the next call asks again. */
  enter(): Promise<void> {
    this.#entering ??= this.#enter();
    return this.#entering;
  }

  async #enter(): Promise<void> {
    clearTimeout(this.#again);
    try {
      const [current] = await Promise.all([this.client.sessions.current(), this.#speak(), this.#mix()]);
      await this.#mix(current);
      this.current = current;
      this.failure = null;
      this.#restyle();
      this.noteReach(true);
      if (this.#entered) this.cache.invalidate([]);
      this.#entered = true;
      void this.#listen();
    } catch (error) {
      // Its own chunk: most sessions open. Where not even that arrives, the service is out of reach.
      this.failure = await import('./explain-failure.ts').then(
        ({ explain }) => explain(error, this.#options.baseUrl),
        () => toFailure(error),
      );
      this.#entering = null;
      // Nobody has to come back and press something when the connection does.
      if (this.failure.kind === 'connection' && !this.closed)
        this.#again = setTimeout(() => void this.enter(), 3000 + Math.random() * 3000);
      this.#options.onError?.(this.failure);
      // What is told in an element's place wears a theme too; without its code it is told all the same.
      if (this.#palette === WAITING) await this.#mix(null, NEUTRAL_COLOR).catch(() => undefined);
      this.#restyle();
    }
    this.#changed();
  }

  async #listen(): Promise<void> {
    const { followChanges, Realtime } = await import('./realtime.ts');
    if (!this.current) return;
    if (!this.realtime) {
      this.realtime = new Realtime(this, () => this.#changed());
      followChanges(this, this.realtime);
    }
    this.realtime.start();
  }

  #speak(again?: boolean): Promise<void> {
    return useLanguage(this.prefix, this.locale, this.#options.messages, again);
  }

  /** Changes looks or language of everything on the page, without mounting anything again. */
  update(options: SessionChanges): void {
    this.#options = { ...this.#options, ...options };
    this.#looks = null;
    const mixed = this.#mix();
    this.#restyle();
    if (this.#color)
      mixed.then(
        () => this.#restyle(),
        (error: unknown) => this.report(toFailure(error)),
      );
    this.#changed();
    // What was drawn with the words of before knows by the new format that it is to be drawn again.
    void this.#speak(true).then(() => {
      this.format = createFormat(this.locale, this.timeZone);
      this.#changed();
    });
  }

  /** The host's own address for a path, to put behind a link; null where it has none. */
  linkTo(path: string): string | null {
    return linkTo(this.#options.links ?? {}, path);
  }

  navigate(path: string): boolean {
    return this.#options.onNavigate?.(path, this.linkTo(path)) !== false;
  }

  /** Tells the host about a failure. A session that the platform does not take any more ends here, for all elements. */
  report(failure: Failure): void {
    this.#options.onError?.(failure);
    if (failure.kind === 'authentication' && this.current) this.expire(failure);
  }

  measure(measure: Measure): void {
    this.#options.onTelemetry?.(measure);
  }

  /** Says that a request arrived, or did not: a browser may think it is online out of reach, and an answer may come after it went offline. */
  noteReach(arrived: boolean): void {
    const reached = arrived && navigator.onLine;
    if (reached === !this.offline) return;
    this.offlineSince = reached ? null : Date.now();
    if (reached) {
      this.cache.invalidate([]);
      this.realtime?.hurry();
    }
    this.#changed();
  }

  /** Shows that the session is over until somebody enters again, and forgets what it showed. */
  expire(failure: Failure): void {
    this.#end(failure);
    this.measure({ name: 'session.expired', code: failure.code });
    this.dispatchEvent(new CustomEvent('session-expired', { detail: failure }));
  }

  /** Ends the session on this page: forgets what was loaded, what was written and not saved, and who was signed in. */
  close(): void {
    this.closed = true;
    clearTimeout(this.#again);
    forgetDrafts(this.prefix);
    for (const name of ['online', 'offline']) removeEventListener(name, this.#onLine);
    this.#end(toFailure({ kind: 'authentication', code: 'client.signed_out' }));
  }

  #end(failure: Failure): void {
    this.realtime?.stop();
    this.realtime = null;
    this.current = null;
    this.#entering = null;
    this.failure = failure;
    this.cache.clear();
    this.#changed();
  }

  /**
   * Takes the colours that the platform sent with its answer. Those of the host's own brand colour are computed, by code that comes
   * only then; until they are there, what is painted stays.
   */
  async #mix(current = this.current, spare = ''): Promise<void> {
    const { brand, palette } = current?.workspace ?? {};
    const computed = current && !palette ? (brand?.color ?? NEUTRAL_COLOR) : spare;
    const color = (this.#color = this.appearance.brandColor ?? computed);
    if (!color) return void (this.#palette = palette ?? this.#palette);
    const { createPalette } = await import('./compute-theme.ts');
    // The host may have wished for another one since.
    if (color === this.#color) this.#palette = createPalette(color);
  }

  #restyle(): void {
    const { appearance } = this;
    const brand = this.current?.workspace?.brand ?? null;
    if (appearance.brandColor) checkHex(appearance.brandColor);
    replaceIcons(this.prefix, appearance.icons ?? {});
    const palette = this.#palette;
    // There is nothing to finish in the shape of what is to come.
    const finish = palette === WAITING ? undefined : this.#looks?.finish;
    this.mode = writeTheme(this.themeSheet, this.prefix, { appearance, brand, palette, finish });
    this.format = createFormat(this.locale, this.timeZone);
    const high = appearance.theme === 'high-contrast' || matchMedia('(prefers-contrast: more)').matches;
    const wanted = high || appearance.variables || appearance.elements || this.#refined;
    if (!this.#looks && wanted) void this.#refine(high);
  }

  /** Its own chunk: most pages need nothing but the theme. */
  async #refine(highContrast: boolean): Promise<void> {
    const { appearance } = this;
    const { takeLooks } = await import('./looks.ts');
    if (appearance !== this.appearance) return;
    this.#refined = true;
    this.#looks = takeLooks(this.prefix, appearance, highContrast);
    this.#restyle();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
  readonly #onLine = (): void => {
    this.noteReach(navigator.onLine);
    if (navigator.onLine && this.failure?.kind === 'connection') void this.enter();
  };
}
