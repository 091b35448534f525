/** A client secret alone, or with the moment it expires or the seconds it lives. */
export type ClientSecret = string | { clientSecret: string; expiresAt?: string; expiresIn?: number };

/** What went wrong, for people and for programs. */
export interface Failure {
  kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
  /** The platform's error code, or `client.<kind>`. */
  code: string;
  message: string;
  /** Quote it when you report the error. */
  requestId: string | null;
  retryable: boolean;
  details: readonly { path: string; message: string; reason?: string }[];
}

/** How elements look. Everything is optional; the workspace's own brand fills the rest. */
export interface Appearance {
  theme?: 'light' | 'dark' | 'auto' | 'high-contrast';
  brandColor?: string;
  density?: 'compact' | 'comfortable' | 'spacious';
  /** Corner of a control in px. */
  radius?: number;
  fontFamily?: string;
  fontSizeBase?: number;
  /** Single variables by name without prefix; they win over everything computed. */
  variables?: Record<string, string>;
  /** Rules for parts: `{ button: { textTransform: 'uppercase' }, 'button:hover': { … } }`; they win over variables. */
  elements?: Record<string, Record<string, string>>;
  /** Other drawings for icons by their names: path data on 16 × 16, drawn as a line. */
  icons?: Record<string, string>;
}

/** What elements measure of themselves; nothing is sent anywhere by itself. */
export interface Measure {
  name: 'widget.ready' | 'widget.failed' | 'session.expired';
  widget?: string;
  milliseconds?: number;
  code?: string;
}

/** A font file with its family, or a style sheet that declares fonts. */
export type FontSource = { family: string; src: string; weight?: string; style?: string } | { cssSrc: string };

export interface LoadOptions {
  /** Origin of the platform, such as `https://api.agency.example`. */
  baseUrl: string;
  /** Asks your server for a new client secret. Called again before each expiry. */
  fetchClientSecret: () => Promise<ClientSecret>;
  /** First word of every tag: `acme` gives `<acme-inbox>`. */
  prefix?: string;
  appearance?: Appearance;
  /** A BCP 47 tag; the page's language when left out. */
  locale?: string;
  /** An IANA time zone; the workspace's own when left out. */
  timeZone?: string;
  /** Other words for single texts, by their English words or their message id; `{0}` is what is put into them. */
  messages?: Readonly<Record<string, string>>;
  /** Where elements lead to in your own pages: `{ '/campaigns/{id}': 'https://portal.example/campaigns/{id}' }`. */
  links?: Readonly<Record<string, string>>;
  /** Who the secret is for; tabs with the same words share one and ask your server once. Each asks for itself when left out. */
  shareAcrossTabs?: string;
  fonts?: readonly FontSource[];
  /** Nonce of the page's Content-Security-Policy, for font style sheets. */
  nonce?: string;
  onError?: (failure: Failure) => void;
  /** Told where an element wants to go, such as `/campaigns/cmp_…`, and your own address for it. Return false to take over. */
  onNavigate?: (path: string, href: string | null) => boolean | void;
  onTelemetry?: (measure: Measure) => void;
}

/** The connection of a page to one workspace. */
export interface Instance {
  readonly prefix: string;
  /** Changes looks, language, words or links at once, everywhere. */
  update(options: Pick<LoadOptions, 'appearance' | 'locale' | 'timeZone' | 'messages' | 'links'>): void;
  /** Resolves once every element that is on the page now can be used. */
  allDefined(): Promise<void>;
  /** Looks for tags in a shadow root of yours too; those in the document are found by themselves. */
  observe(root: ShadowRoot): void;
  /** Ends the session; elements say that they are signed out. */
  logout(): void;
  /** Ends the session and stops looking for tags. */
  destroy(): void;
  /** `change` after any change of session, connection or language; `error` with each failure; `session-expired` when it is over. */
  on(event: 'change' | 'error' | 'session-expired', listener: (failure: Failure | null) => void): () => void;
}

/**
 * Fetches the elements from the platform itself, so that they are always as new as what they speak to, and connects them.
 * Importing this file does nothing and needs no page; calling it does.
 * @example await load({ baseUrl: 'https://api.agency.example', prefix: 'acme', fetchClientSecret })
 */
export async function load(options: LoadOptions): Promise<Instance> {
  if (typeof document === 'undefined') throw new Error('load() needs a page: call it in the browser, after rendering.');
  const address = new URL('/embed/v1.js', options.baseUrl).href;
  // Bundlers must leave this address alone: it is the platform's, not the host's.
  const runtime = (await import(/* @vite-ignore */ /* webpackIgnore: true */ address)) as {
    init(options: LoadOptions): Instance;
  }; // the entry of the same release; a test holds both sides to it
  return runtime.init(options);
}
