// Written by `pnpm --filter @tabard/widgets manifest` from the types of `core`. Do not edit.

/** An error as elements and hosts see it, whatever threw it. */
export interface Failure {
  /** What kind of failure it is, out of a closed list. */
  kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
  /** The platform's error code, or `client.<kind>`. */
  code: string;
  /** What happened and what to do, in words for people. */
  message: string;
  /** Quote it when you report the error. */
  requestId: string | null;
  /** Whether the same can work when it is tried again. */
  retryable: boolean;
  /** The fields that are wrong, each with its path and what to do; empty where none is. */
  details: readonly { path: string; message: string; reason?: string; limit?: number; name?: string }[];
}

/** What the host's function returns: the client secret alone, or with the moment it expires or the seconds it lives. */
export type ClientSecret = string | { clientSecret: string; expiresAt?: string; expiresIn?: number };

/** A font file with its family, or a style sheet that declares fonts. */
export type FontSource = { family: string; src: string; weight?: string; style?: string } | { cssSrc: string };

/** How the host wants elements to look. Everything is optional; the workspace's own brand fills the rest. What is more precise wins: `elements`, then `--<prefix>-…` in the host's style sheets, then `variables`, then `theme`. */
export interface Appearance {
  /** `auto` follows the device; left out, a brand without a mode of its own follows the page around. `high-contrast` follows the system between light and dark; a reader who asks the system for more contrast gets it anyway. */
  theme?: 'auto' | 'light' | 'dark' | 'high-contrast';
  /** One colour, `#rrggbb`, from which a whole palette is computed. */
  brandColor?: string;
  /** How much room there is around things. */
  density?: 'compact' | 'comfortable' | 'spacious';
  /** Corner of a control in px. */
  radius?: number;
  /** A CSS font family; the page's own when left out. */
  fontFamily?: string;
  /** Size of normal text in px. */
  fontSizeBase?: number;
  /** Single tokens; they win over everything computed. A contrast below 4.5:1 is said in the console. */
  variables?: {
    success?: string;
    text?: string;
    'brand-1'?: string;
    'brand-2'?: string;
    'brand-3'?: string;
    'brand-4'?: string;
    'brand-5'?: string;
    'brand-6'?: string;
    'brand-7'?: string;
    'brand-8'?: string;
    'brand-9'?: string;
    'brand-10'?: string;
    'brand-11'?: string;
    'brand-12'?: string;
    'neutral-1'?: string;
    'neutral-2'?: string;
    'neutral-3'?: string;
    'neutral-4'?: string;
    'neutral-5'?: string;
    'neutral-6'?: string;
    'neutral-7'?: string;
    'neutral-8'?: string;
    'neutral-9'?: string;
    'neutral-10'?: string;
    'neutral-11'?: string;
    'neutral-12'?: string;
    canvas?: string;
    surface?: string;
    raised?: string;
    sunken?: string;
    hover?: string;
    pressed?: string;
    border?: string;
    'border-strong'?: string;
    'border-control'?: string;
    'text-muted'?: string;
    'text-disabled'?: string;
    accent?: string;
    'accent-hover'?: string;
    'accent-active'?: string;
    'on-accent'?: string;
    'accent-soft'?: string;
    'accent-soft-hover'?: string;
    'accent-border'?: string;
    'accent-mark'?: string;
    'accent-text'?: string;
    focus?: string;
    selection?: string;
    scrim?: string;
    'on-success'?: string;
    'success-soft'?: string;
    'success-border'?: string;
    'success-text'?: string;
    warning?: string;
    'on-warning'?: string;
    'warning-soft'?: string;
    'warning-border'?: string;
    'warning-text'?: string;
    danger?: string;
    'on-danger'?: string;
    'danger-soft'?: string;
    'danger-border'?: string;
    'danger-text'?: string;
    info?: string;
    'on-info'?: string;
    'info-soft'?: string;
    'info-border'?: string;
    'info-text'?: string;
    'chart-1'?: string;
    'chart-2'?: string;
    'chart-3'?: string;
    'chart-4'?: string;
    'chart-5'?: string;
    'chart-6'?: string;
    'chart-7'?: string;
    'chart-8'?: string;
    'font-family'?: string;
    'font-family-mono'?: string;
    'font-size-xs'?: string;
    'font-size-s'?: string;
    'font-size-m'?: string;
    'font-size-l'?: string;
    'font-size-xl'?: string;
    'font-size-2xl'?: string;
    'font-size-3xl'?: string;
    'font-weight-normal'?: string;
    'font-weight-medium'?: string;
    'font-weight-strong'?: string;
    'line-height-text'?: string;
    'line-height-heading'?: string;
    'letter-spacing-heading'?: string;
    'space-1'?: string;
    'space-2'?: string;
    'space-3'?: string;
    'space-4'?: string;
    'space-5'?: string;
    'space-6'?: string;
    'space-8'?: string;
    'space-10'?: string;
    'space-12'?: string;
    'control-height'?: string;
    'control-height-small'?: string;
    'control-height-touch'?: string;
    'row-height'?: string;
    'row-height-compact'?: string;
    'card-padding'?: string;
    gutter?: string;
    'gutter-narrow'?: string;
    'icon-size'?: string;
    'reserved-size'?: string;
    'radius-small'?: string;
    'radius-control'?: string;
    'radius-card'?: string;
    'radius-panel'?: string;
    'radius-full'?: string;
    'border-width'?: string;
    'focus-width'?: string;
    'focus-offset'?: string;
    'shadow-small'?: string;
    'shadow-raised'?: string;
    'shadow-overlay'?: string;
    'duration-fast'?: string;
    'duration-base'?: string;
    'duration-slow'?: string;
    'ease-out'?: string;
    'ease-in-out'?: string;
  };
  /** Rules for parts: `{ button: { textTransform: 'uppercase' }, 'button:hover': { … } }`. */
  elements?: { readonly [x: string]: Readonly<Record<string, string>> };
  /** Other drawings for icons: path data on 16 × 16, drawn as a line. What is drawn already keeps its drawing until it renders again. */
  icons?: {
    phone?: string;
    check?: string;
    file?: string;
    columns?: string;
    upload?: string;
    search?: string;
    table?: string;
    warning?: string;
    info?: string;
    refresh?: string;
    repeat?: string;
    minus?: string;
    mail?: string;
    undo?: string;
    clock?: string;
    play?: string;
    pause?: string;
    edit?: string;
    unlock?: string;
    trash?: string;
    braces?: string;
    offline?: string;
    copy?: string;
    plug?: string;
    previous?: string;
    calendar?: string;
    bold?: string;
    italic?: string;
    link?: string;
    bullets?: string;
    numbers?: string;
    rise?: string;
    fall?: string;
    chart?: string;
    download?: string;
    plus?: string;
    send?: string;
    archive?: string;
    eye?: string;
    close?: string;
    down?: string;
    up?: string;
    back?: string;
    more?: string;
    sortDown?: string;
    sortUp?: string;
    next?: string;
    lock?: string;
  };
}

/** What elements measure of themselves, for a host that wants to know; nothing is sent anywhere by itself. */
export interface Measure {
  name: 'widget.ready' | 'widget.failed' | 'session.expired';
  widget?:
    | 'search-page'
    | 'inbox'
    | 'campaign-list'
    | 'campaign-editor'
    | 'lead-table'
    | 'lead-page'
    | 'lead-board'
    | 'deal-board'
    | 'deal-forecast'
    | 'return-report'
    | 'analytics-overview'
    | 'agency-overview'
    | 'member-list'
    | 'role-list'
    | 'api-key-list'
    | 'audit-log'
    | 'brand-editor'
    | 'domain-list'
    | 'organization-tree'
    | 'snapshot-list'
    | 'account-settings'
    | 'timeline'
    | 'team-list'
    | 'company-list'
    | 'task-list'
    | 'segment-list'
    | 'tag-list'
    | 'list-list'
    | 'pipeline-list'
    | 'cost-list'
    | 'template-list'
    | 'mailbox-list'
    | 'custom-field-list'
    | 'app';
  milliseconds?: number;
  code?: string;
}

/** What may be changed while everything stays mounted. */
export interface SessionChanges {
  /** Other words for single texts, by their English words or their message id; `{0}` is what is put into them. */
  messages?: { readonly [x: string]: string };
  /** An IANA name; the workspace's own when left out. */
  timeZone?: string;
  /** A BCP 47 tag; the page's language when left out. */
  locale?: string;
  /** Looks; what is left out comes from the workspace's brand. */
  appearance?: Appearance;
  /** Where elements lead to in the host's own pages: `{ '/campaigns/{id}': 'https://portal.example/campaigns/{id}' }`. */
  links?: { readonly [x: string]: string };
}

/** What an instance tells: the failure, or null with `change`. */
export type InstanceEvent = 'error' | 'change' | 'session-expired';

export interface LoadOptions {
  /** Origin of the platform, such as `https://api.agency.example`. */
  baseUrl: string;
  /** Asks your server for a new client secret. Called again before each expiry and after the platform refused one. */
  fetchClientSecret: () => Promise<ClientSecret>;
  /** Who the secret is for, such as your user's id with the workspace's. Tabs of this origin with the same words share one secret and ask your server once for all of them; left out, each tab asks for itself. It never leaves memory. */
  shareAcrossTabs?: string;
  /** First word of every tag: `acme` gives `<acme-inbox>`. */
  prefix?: string;
  /** Fonts to load for the elements: files with their family, or style sheets that declare them. */
  fonts?: readonly FontSource[];
  /** Nonce of the page's Content-Security-Policy, for font style sheets. */
  nonce?: string;
  /** Other words for single texts, by their English words or their message id; `{0}` is what is put into them. */
  messages?: { readonly [x: string]: string };
  /** An IANA name; the workspace's own when left out. */
  timeZone?: string;
  /** A BCP 47 tag; the page's language when left out. */
  locale?: string;
  /** Looks; what is left out comes from the workspace's brand. */
  appearance?: Appearance;
  /** Where elements lead to in the host's own pages: `{ '/campaigns/{id}': 'https://portal.example/campaigns/{id}' }`. */
  links?: { readonly [x: string]: string };
  /** Told of every failure, whichever element it is of. */
  onError?: (failure: Failure) => void;
  /** Told where an element wants to go, such as `/campaigns/cmp_…`, and the host's own address for it. Return false to take over. */
  onNavigate?: (path: string, href: string | null) => boolean | void;
  /** Told what elements measure of themselves; nothing is sent anywhere by itself. */
  onTelemetry?: (measure: Measure) => void;
}

export interface Instance {
  /** First word of every tag, as it was given. */
  prefix: string;
  /** Makes an element bound to this instance; its code is fetched now. */
  create: (
    name:
      | 'search-page'
      | 'inbox'
      | 'campaign-list'
      | 'campaign-editor'
      | 'lead-table'
      | 'lead-page'
      | 'lead-board'
      | 'deal-board'
      | 'deal-forecast'
      | 'return-report'
      | 'analytics-overview'
      | 'agency-overview'
      | 'member-list'
      | 'role-list'
      | 'api-key-list'
      | 'audit-log'
      | 'brand-editor'
      | 'domain-list'
      | 'organization-tree'
      | 'snapshot-list'
      | 'account-settings'
      | 'timeline'
      | 'team-list'
      | 'company-list'
      | 'task-list'
      | 'segment-list'
      | 'tag-list'
      | 'list-list'
      | 'pipeline-list'
      | 'cost-list'
      | 'template-list'
      | 'mailbox-list'
      | 'custom-field-list'
      | 'app',
  ) => HTMLElement;
  /** Binds an element that was made otherwise to this instance. */
  adopt: (element: HTMLElement) => void;
  /** Changes looks, language, words or links at once, everywhere, without mounting anything again. */
  update: (options: SessionChanges) => void;
  /** Fetches code ahead of need. */
  preload: (
    ...names: readonly (
      | 'search-page'
      | 'inbox'
      | 'campaign-list'
      | 'campaign-editor'
      | 'lead-table'
      | 'lead-page'
      | 'lead-board'
      | 'deal-board'
      | 'deal-forecast'
      | 'return-report'
      | 'analytics-overview'
      | 'agency-overview'
      | 'member-list'
      | 'role-list'
      | 'api-key-list'
      | 'audit-log'
      | 'brand-editor'
      | 'domain-list'
      | 'organization-tree'
      | 'snapshot-list'
      | 'account-settings'
      | 'timeline'
      | 'team-list'
      | 'company-list'
      | 'task-list'
      | 'segment-list'
      | 'tag-list'
      | 'list-list'
      | 'pipeline-list'
      | 'cost-list'
      | 'template-list'
      | 'mailbox-list'
      | 'custom-field-list'
      | 'app'
    )[]
  ) => Promise<void>;
  /** Resolves once every element that is on the page now can be used. */
  allDefined: () => Promise<void>;
  /** Looks for tags in a shadow root of yours too; those in the document are found by themselves. */
  observe: (root: ShadowRoot) => void;
  /** Ends the session; elements say that they are signed out. */
  logout: () => void;
  /** Ends the session and stops looking for tags. */
  destroy: () => void;
  /** `change` after any change of session, connection or language; `error` with each failure; `session-expired` when it is over. */
  on: (event: InstanceEvent, listener: (failure: Failure | null) => void) => () => void;
}
