// Written by `pnpm --filter @tabard/widgets manifest` from the doc comments of the elements. Do not edit.

import type { Failure } from './options.ts';

/** What each element takes and says, by its name without prefix. Events are described by their `detail`. */

export interface ElementContracts {
  /** The full app. */
  app: {
    attributes: {
      /** Where it is, such as `/inbox/cnv_…`. Set it to go somewhere. */
      route: string;
      /** `full` with words, `rail` with icons only, `auto` as there is room. */
      navigation: 'auto' | 'full' | 'rail';
      /** `hidden` never shows the first steps by themselves; they stay reachable at `/get-started`. */
      onboarding: 'auto' | 'hidden';
      /** `page` hears the key of the palette everywhere on the page and the letters while nothing has the focus, `inside` only in the element, `off` hears no keys. */
      shortcuts: 'page' | 'inside' | 'off';
      /** Offers to sign out in the account menu; the host hears `sign-out` and ends the session. */
      'signs-out': boolean;
      /** Which layout it shows, as it decided by its width and `navigation`: for your style sheet of what stands in its slots. */
      layout: 'full' | 'rail' | 'phone';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'navigation' | 'page')[];
          };
    };
    properties: {
      /** Where it is, such as `/inbox/cnv_…`. Set it to go somewhere. */
      route: string;
      /** `full` with words, `rail` with icons only, `auto` as there is room. */
      navigation: 'auto' | 'full' | 'rail';
      /** `hidden` never shows the first steps by themselves; they stay reachable at `/get-started`. */
      onboarding: 'auto' | 'hidden';
      /** `page` hears the key of the palette everywhere on the page and the letters while nothing has the focus, `inside` only in the element, `off` hears no keys. */
      shortcuts: 'page' | 'inside' | 'off';
      /** Offers to sign out in the account menu; the host hears `sign-out` and ends the session. */
      signsOut: boolean;
      /** Which layout it shows, as it decided by its width and `navigation`: for your style sheet of what stands in its slots. */
      layout: 'full' | 'rail' | 'phone';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'navigation' | 'page')[];
      };
    };
    events: {
      /** It wants to go somewhere. Prevent it to go there yourself, or by setting `route`. */
      navigate: { path: string; href: string | null; replace: boolean };
      /** It went there. */
      'change-route': { path: string; title: string; replace: boolean };
      /** Light or dark was chosen; keep it for the next visit if you like. */
      'change-theme': { theme: 'auto' | 'light' | 'dark' };
      /** The navigation was folded or unfolded. */
      'change-navigation': { navigation: 'full' | 'rail' };
      /** Somebody wants to sign out; only with `signs-out`. */
      'sign-out': null;
      /** The first steps were put away; set `onboarding` to `hidden` next time. */
      'dismiss-onboarding': null;
      /** The element is ready. */
      load: null;
      /** Something in it could not be loaded. */
      'load-error': Failure;
      /** The element has a session and begins to load. */
      'load-start': null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** An element behind a wall: same attributes, same events, in a sandboxed frame. */
  frame: {
    attributes: {
      /** The element to show, without the prefix. */
      widget:
        | ''
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
      /** Address on your server that answers a POST of `{ "widget": "…" }` with `{ "url": "…" }`. */
      'link-endpoint': string;
      /** What readers of the page are told that the frame is. */
      label: string;
      /** `light`, `dark`, `auto` or `high-contrast`; the workspace's own when left out. */
      theme: '' | 'auto' | 'light' | 'dark' | 'high-contrast';
      /** Brand colour as `#rrggbb`; the workspace's own when left out. */
      'brand-color': string;
      /** A BCP 47 tag. */
      locale: string;
      /** An IANA time zone. */
      'time-zone': string;
      /** Keeps the height that your style sheet gives it instead of growing with its content. */
      'fixed-height': boolean;
    };
    properties: {
      /** The element to show, without the prefix. */
      widget:
        | ''
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
      /** Address on your server that answers a POST of `{ "widget": "…" }` with `{ "url": "…" }`. */
      linkEndpoint: string;
      /** What readers of the page are told that the frame is. */
      label: string;
      /** `light`, `dark`, `auto` or `high-contrast`; the workspace's own when left out. */
      theme: '' | 'auto' | 'light' | 'dark' | 'high-contrast';
      /** Brand colour as `#rrggbb`; the workspace's own when left out. */
      brandColor: string;
      /** A BCP 47 tag. */
      locale: string;
      /** An IANA time zone. */
      timeZone: string;
      /** Keeps the height that your style sheet gives it instead of growing with its content. */
      fixedHeight: boolean;
      /** Looks in full, by script; wins over `theme` and `brand-color`. */
      appearance: {
        theme?: 'auto' | 'light' | 'dark' | 'high-contrast';
        brandColor?: string;
        density?: 'compact' | 'comfortable' | 'spacious';
        radius?: number;
        fontFamily?: string;
        fontSizeBase?: number;
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
        elements?: { readonly [x: string]: Readonly<Record<string, string>> };
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
      } | null;
      /** Asks your server for a link, by script; wins over `link-endpoint`. */
      fetchLink: ((widget: string) => Promise<{ url: string }>) | null;
    };
    events: {
      /** The element in the frame begins to load. */
      'load-start': null;
      /** The element in the frame shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** A lead was opened. */
      'select-lead': { lead: object };
      /** A campaign was opened, or a new one asked for (`id` empty). */
      'select-campaign': { id: string };
      /** The draft was saved. */
      'save-campaign': { id: string };
      /** A campaign was launched, paused, resumed or completed. */
      'change-state': { id: string; state: string };
      /** A thread was opened, or the one that was open was left (id empty). */
      'select-conversation': { id: string };
      /** The frame, or what it shows, could not be loaded. */
      'load-error': Failure;
      /** Somebody wants to go elsewhere; cancel it to take over. */
      navigate: { path: string; href: string | null };
    };
  };
  /** The declarative twin of `init`. */
  provider: {
    attributes: {
      /** Origin of the platform. */
      'base-url': string;
      /** Address on your server that answers a POST with `{ clientSecret, expiresAt }`. */
      'token-endpoint': string;
      /** `light`, `dark`, `auto` or `high-contrast`; the workspace's own when left out. */
      theme: '' | 'auto' | 'light' | 'dark' | 'high-contrast';
      /** Brand colour as `#rrggbb`; the workspace's own when left out. */
      'brand-color': string;
      /** A BCP 47 tag; the page's language when left out. */
      locale: string;
      /** An IANA time zone; the workspace's own when left out. */
      'time-zone': string;
      /** Who the secret is for; tabs with the same words share one. Each asks for itself when left out. */
      'share-across-tabs': string;
    };
    properties: {
      /** Origin of the platform. */
      baseUrl: string;
      /** Address on your server that answers a POST with `{ clientSecret, expiresAt }`. */
      tokenEndpoint: string;
      /** `light`, `dark`, `auto` or `high-contrast`; the workspace's own when left out. */
      theme: '' | 'auto' | 'light' | 'dark' | 'high-contrast';
      /** Brand colour as `#rrggbb`; the workspace's own when left out. */
      brandColor: string;
      /** A BCP 47 tag; the page's language when left out. */
      locale: string;
      /** An IANA time zone; the workspace's own when left out. */
      timeZone: string;
      /** Who the secret is for; tabs with the same words share one. Each asks for itself when left out. */
      shareAcrossTabs: string;
    };
    events: {
      /** The session could not be opened, or an element failed. */
      'load-error': Failure;
    };
  };
  /** The list of companies. */
  'company-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of costs. */
  'cost-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of custom fields. */
  'custom-field-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The board of deals. */
  'deal-board': {
    attributes: {
      /** A deal to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** The pipeline that is shown; the oldest when left out. */
      'pipeline-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A deal to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** The pipeline that is shown; the oldest when left out. */
      pipelineId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** A deal is about to move. Prevent it to keep it. */
      'move-deal': {
        deal: {
          id: string;
          title: string;
          pipelineId: string;
          stageId: string;
          status: 'open' | 'won' | 'lost';
          value: number;
          currency: string;
          probability: number | null;
          expectedCloseOn: string | null;
          forecast: 'pipeline' | 'best_case' | 'commit' | 'omitted';
          ownerId: string | null;
          companyId: string | null;
          source: string | null;
          campaignId: string | null;
          lines: readonly { name: string; quantity: number; unitPrice: number; discount: number }[];
          reasonId: string | null;
          reasonNote: string | null;
          closedAt: string | null;
          stageSince: string;
          rank: string;
          revision: number;
          leadIds: readonly string[];
          contacts: readonly { leadId: string; name: string; email: string; isPrimary: boolean }[];
          odds: number;
          stageName: string;
          ownerName: string | null;
          companyName: string | null;
          reasonName: string | null;
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
        from: string;
        to: string;
      };
      /** It wants to go to `/deals/{id}`, to a lead, or back to `/deals`. */
      navigate: { path: string; href: string | null };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The board of leads. */
  'lead-board': {
    attributes: {
      /** A lead to open, by its id: the target of a deep link. */
      'lead-id': string;
      /** Stages of a pipeline, in order and with commas between, each a tag of leads; by status when left out. */
      stages: string;
      /** The custom field that holds what a lead is worth; columns then show its sum. */
      'value-field': string;
      /** The currency of `value-field`, such as `EUR`; plain numbers when left out. */
      currency: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** A lead to open, by its id: the target of a deep link. */
      leadId: string;
      /** Stages of a pipeline, in order and with commas between, each a tag of leads; by status when left out. */
      stages: string;
      /** The custom field that holds what a lead is worth; columns then show its sum. */
      valueField: string;
      /** The currency of `value-field`, such as `EUR`; plain numbers when left out. */
      currency: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** A lead was opened. Prevent it to show the lead yourself. */
      'select-lead': {
        lead: {
          id: string;
          mails: {
            sent: number;
            opened: number;
            clicked: number;
            replied: number;
            lastContactedAt: string | null;
            lastRepliedAt: string | null;
          };
          lists: readonly string[];
          custom: { [x: string]: string | number | boolean | string[] | { amount: number; currency: string } };
          status: 'replied' | 'new' | 'active' | 'bounced' | 'unsubscribed';
          source: string;
          mergedIntoId: string | null;
          importId: string | null;
          ownerId: string | null;
          ownerName: string | null;
          score: number | null;
          lifecycle:
            | 'prospect'
            | 'engaged'
            | 'qualified'
            | 'opportunity'
            | 'customer'
            | 'former_customer'
            | 'unqualified'
            | null;
          lawfulBasis:
            | 'consent'
            | 'legitimate_interest'
            | 'contract'
            | 'legal_obligation'
            | 'vital_interest'
            | 'public_task'
            | null;
          lawfulBasisSource: string | null;
          lawfulBasisAt: string | null;
          email: string;
          firstName: string | null;
          lastName: string | null;
          company: string | null;
          companyId: string | null;
          title: string | null;
          department: string | null;
          seniority: string | null;
          phone: string | null;
          phoneNormal: string | null;
          emails: readonly { email: string; kind: 'work' | 'other' | 'personal'; label: string | null }[];
          phones: readonly {
            number: string;
            normal: string | null;
            kind: 'work' | 'other' | 'mobile' | 'home' | 'fax';
            label: string | null;
          }[];
          address: string | null;
          postalCode: string | null;
          city: string | null;
          region: string | null;
          country: string | null;
          website: string | null;
          linkedinUrl: string | null;
          xUrl: string | null;
          profiles: readonly string[];
          language: string | null;
          timeZone: string | null;
          tags: readonly string[];
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
      };
      /** A lead is about to move. Prevent it to keep it. */
      'move-lead': {
        lead: {
          id: string;
          mails: {
            sent: number;
            opened: number;
            clicked: number;
            replied: number;
            lastContactedAt: string | null;
            lastRepliedAt: string | null;
          };
          lists: readonly string[];
          custom: { [x: string]: string | number | boolean | string[] | { amount: number; currency: string } };
          status: 'replied' | 'new' | 'active' | 'bounced' | 'unsubscribed';
          source: string;
          mergedIntoId: string | null;
          importId: string | null;
          ownerId: string | null;
          ownerName: string | null;
          score: number | null;
          lifecycle:
            | 'prospect'
            | 'engaged'
            | 'qualified'
            | 'opportunity'
            | 'customer'
            | 'former_customer'
            | 'unqualified'
            | null;
          lawfulBasis:
            | 'consent'
            | 'legitimate_interest'
            | 'contract'
            | 'legal_obligation'
            | 'vital_interest'
            | 'public_task'
            | null;
          lawfulBasisSource: string | null;
          lawfulBasisAt: string | null;
          email: string;
          firstName: string | null;
          lastName: string | null;
          company: string | null;
          companyId: string | null;
          title: string | null;
          department: string | null;
          seniority: string | null;
          phone: string | null;
          phoneNormal: string | null;
          emails: readonly { email: string; kind: 'work' | 'other' | 'personal'; label: string | null }[];
          phones: readonly {
            number: string;
            normal: string | null;
            kind: 'work' | 'other' | 'mobile' | 'home' | 'fax';
            label: string | null;
          }[];
          address: string | null;
          postalCode: string | null;
          city: string | null;
          region: string | null;
          country: string | null;
          website: string | null;
          linkedinUrl: string | null;
          xUrl: string | null;
          profiles: readonly string[];
          language: string | null;
          timeZone: string | null;
          tags: readonly string[];
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
        from: string;
        to: string;
      };
      /** It wants to go to `/leads/{id}`, or back to `/leads`. */
      navigate: { path: string; href: string | null };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** A lead's page. */
  'lead-page': {
    attributes: {
      /** Whose page it is: the id of a lead. */
      'lead-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: (
              | 'root'
              | 'skeleton'
              | 'error'
              | 'no-permission'
              | 'offline'
              | 'avatar'
              | 'badge'
              | 'facts'
              | 'tabs'
            )[];
          };
    };
    properties: {
      /** Whose page it is: the id of a lead. */
      leadId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: (
          | 'root'
          | 'skeleton'
          | 'error'
          | 'no-permission'
          | 'offline'
          | 'avatar'
          | 'badge'
          | 'facts'
          | 'tabs'
        )[];
      };
    };
    events: {
      /** Somebody wants to go back to the list. */
      'close-lead': null;
      /** It wants to go to another place, such as `/companies/{id}`. */
      navigate: { path: string; href: string | null };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of leads. */
  'lead-table': {
    attributes: {
      /** A lead to open, by its id: the target of a deep link. */
      'lead-id': string;
      /** The status, or the view of `views`, that is shown. */
      status: 'replied' | 'new' | 'active' | 'bounced' | 'unsubscribed' | 'all' | (string & {});
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'company' | 'status' | 'tags' | 'owner' | 'score' | 'place' | 'added')[];
            actions?: ('import' | 'export' | 'create' | 'archive')[];
            defaultFilter?: {
              search?: string;
              /** Only those whose company is exactly this. */
              company?: string;
              /** Only those whose department is exactly this. */
              department?: string;
              /** Only those whose seniority is exactly this. */
              seniority?: string;
              /** Only those whose region is exactly this. */
              region?: string;
              /** Only those whose country is exactly this. */
              country?: string;
              /** Only those whose language is exactly this. */
              language?: string;
              /** Only those that have this among their tags. */
              tag?: string;
              /** Only those whose lifecycle is one of these. */
              lifecycle?: (
                | 'prospect'
                | 'engaged'
                | 'qualified'
                | 'opportunity'
                | 'customer'
                | 'former_customer'
                | 'unqualified'
              )[];
              /** Only those whose lawful basis is one of these. */
              lawfulBasis?: (
                | 'consent'
                | 'legitimate_interest'
                | 'contract'
                | 'legal_obligation'
                | 'vital_interest'
                | 'public_task'
              )[];
              /** Only those whose status is one of these. */
              status?: ('new' | 'active' | 'replied' | 'bounced' | 'unsubscribed')[];
              archived?: boolean;
            };
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'filters')[];
          };
    };
    properties: {
      /** A lead to open, by its id: the target of a deep link. */
      leadId: string;
      /** The status, or the view of `views`, that is shown. */
      status: 'replied' | 'new' | 'active' | 'bounced' | 'unsubscribed' | 'all' | (string & {});
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'company' | 'status' | 'tags' | 'owner' | 'score' | 'place' | 'added')[];
        actions?: ('import' | 'export' | 'create' | 'archive')[];
        defaultFilter?: {
          search?: string;
          /** Only those whose company is exactly this. */
          company?: string;
          /** Only those whose department is exactly this. */
          department?: string;
          /** Only those whose seniority is exactly this. */
          seniority?: string;
          /** Only those whose region is exactly this. */
          region?: string;
          /** Only those whose country is exactly this. */
          country?: string;
          /** Only those whose language is exactly this. */
          language?: string;
          /** Only those that have this among their tags. */
          tag?: string;
          /** Only those whose lifecycle is one of these. */
          lifecycle?: (
            | 'prospect'
            | 'engaged'
            | 'qualified'
            | 'opportunity'
            | 'customer'
            | 'former_customer'
            | 'unqualified'
          )[];
          /** Only those whose lawful basis is one of these. */
          lawfulBasis?: (
            | 'consent'
            | 'legitimate_interest'
            | 'contract'
            | 'legal_obligation'
            | 'vital_interest'
            | 'public_task'
          )[];
          /** Only those whose status is one of these. */
          status?: ('new' | 'active' | 'replied' | 'bounced' | 'unsubscribed')[];
          archived?: boolean;
        };
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'filters')[];
      };
      /** Views that the host keeps, shown as tabs in place of the statuses. */
      views:
        | readonly {
            id: string;
            label: string;
            filter: {
              company?: string;
              tag?: string;
              listId?: string;
              region?: string;
              country?: string;
              ownerId?: string;
              status?: readonly ('replied' | 'new' | 'active' | 'bounced' | 'unsubscribed')[];
              companyId?: string;
              department?: string;
              seniority?: string;
              language?: string;
              importId?: string;
              lifecycle?: readonly (
                | 'prospect'
                | 'engaged'
                | 'qualified'
                | 'opportunity'
                | 'customer'
                | 'former_customer'
                | 'unqualified'
              )[];
              lawfulBasis?: readonly (
                | 'consent'
                | 'legitimate_interest'
                | 'contract'
                | 'legal_obligation'
                | 'vital_interest'
                | 'public_task'
              )[];
              search?: string;
              archived?: boolean;
            };
            where?: object;
            sorting?: { by: string; direction: 'asc' | 'desc' };
            layout?: {
              order?: readonly string[];
              widths?: { readonly [x: string]: number };
              hidden?: readonly string[];
              extra?: readonly string[];
            };
          }[]
        | null;
      /** What leads are filtered by, besides the view; what is configured for this place when nothing is set. */
      filter: {
        company?: string;
        tag?: string;
        listId?: string;
        region?: string;
        country?: string;
        ownerId?: string;
        status?: readonly ('replied' | 'new' | 'active' | 'bounced' | 'unsubscribed')[];
        companyId?: string;
        department?: string;
        seniority?: string;
        language?: string;
        importId?: string;
        lifecycle?: readonly (
          | 'prospect'
          | 'engaged'
          | 'qualified'
          | 'opportunity'
          | 'customer'
          | 'former_customer'
          | 'unqualified'
        )[];
        lawfulBasis?: readonly (
          | 'consent'
          | 'legitimate_interest'
          | 'contract'
          | 'legal_obligation'
          | 'vital_interest'
          | 'public_task'
        )[];
        search?: string;
        archived?: boolean;
      } | null;
      /** Which of these, in the language of filters: any field, in groups of all, any and not. */
      where: object | null;
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** A lead was opened. Prevent it to show the lead yourself. */
      'select-lead': {
        lead: {
          id: string;
          mails: {
            sent: number;
            opened: number;
            clicked: number;
            replied: number;
            lastContactedAt: string | null;
            lastRepliedAt: string | null;
          };
          lists: readonly string[];
          custom: { [x: string]: string | number | boolean | string[] | { amount: number; currency: string } };
          status: 'replied' | 'new' | 'active' | 'bounced' | 'unsubscribed';
          source: string;
          mergedIntoId: string | null;
          importId: string | null;
          ownerId: string | null;
          ownerName: string | null;
          score: number | null;
          lifecycle:
            | 'prospect'
            | 'engaged'
            | 'qualified'
            | 'opportunity'
            | 'customer'
            | 'former_customer'
            | 'unqualified'
            | null;
          lawfulBasis:
            | 'consent'
            | 'legitimate_interest'
            | 'contract'
            | 'legal_obligation'
            | 'vital_interest'
            | 'public_task'
            | null;
          lawfulBasisSource: string | null;
          lawfulBasisAt: string | null;
          email: string;
          firstName: string | null;
          lastName: string | null;
          company: string | null;
          companyId: string | null;
          title: string | null;
          department: string | null;
          seniority: string | null;
          phone: string | null;
          phoneNormal: string | null;
          emails: readonly { email: string; kind: 'work' | 'other' | 'personal'; label: string | null }[];
          phones: readonly {
            number: string;
            normal: string | null;
            kind: 'work' | 'other' | 'mobile' | 'home' | 'fax';
            label: string | null;
          }[];
          address: string | null;
          postalCode: string | null;
          city: string | null;
          region: string | null;
          country: string | null;
          website: string | null;
          linkedinUrl: string | null;
          xUrl: string | null;
          profiles: readonly string[];
          language: string | null;
          timeZone: string | null;
          tags: readonly string[];
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
      };
      /** The reader filters for something else. */
      'change-filter': {
        filter: {
          company?: string;
          tag?: string;
          listId?: string;
          region?: string;
          country?: string;
          ownerId?: string;
          status?: readonly ('replied' | 'new' | 'active' | 'bounced' | 'unsubscribed')[];
          companyId?: string;
          department?: string;
          seniority?: string;
          language?: string;
          importId?: string;
          lifecycle?: readonly (
            | 'prospect'
            | 'engaged'
            | 'qualified'
            | 'opportunity'
            | 'customer'
            | 'former_customer'
            | 'unqualified'
          )[];
          lawfulBasis?: readonly (
            | 'consent'
            | 'legitimate_interest'
            | 'contract'
            | 'legal_obligation'
            | 'vital_interest'
            | 'public_task'
          )[];
          search?: string;
          archived?: boolean;
        };
        where: object | null;
      };
      /** It wants to go to `/companies/{id}`. */
      navigate: { path: string; href: string | null };
      /** The reader wants to keep what is shown; the host names it. Only with `views`. */
      'save-view': {
        view: {
          filter: {
            company?: string;
            tag?: string;
            listId?: string;
            region?: string;
            country?: string;
            ownerId?: string;
            status?: readonly ('replied' | 'new' | 'active' | 'bounced' | 'unsubscribed')[];
            companyId?: string;
            department?: string;
            seniority?: string;
            language?: string;
            importId?: string;
            lifecycle?: readonly (
              | 'prospect'
              | 'engaged'
              | 'qualified'
              | 'opportunity'
              | 'customer'
              | 'former_customer'
              | 'unqualified'
            )[];
            lawfulBasis?: readonly (
              | 'consent'
              | 'legitimate_interest'
              | 'contract'
              | 'legal_obligation'
              | 'vital_interest'
              | 'public_task'
            )[];
            search?: string;
            archived?: boolean;
          };
          where?: object;
          sorting?: { by: string; direction: 'asc' | 'desc' };
          layout?: {
            order?: readonly string[];
            widths?: { readonly [x: string]: number };
            hidden?: readonly string[];
            extra?: readonly string[];
          };
        };
      };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of lists. */
  'list-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to `/leads` for the leads of a list. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of pipelines. */
  'pipeline-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of segments. */
  'segment-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of tags. */
  'tag-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The tasks of a workspace. */
  'task-list': {
    attributes: {
      /** A task to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A task to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a task, or of the lead, company or deal that one is about. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** A person's own account. */
  'account-settings': {
    attributes: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** The person chose another language or clock; give them to `init` or `update` if the page is to follow. */
      'change-profile': { locale: string; timeZone: string };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The API keys of a workspace or of the organization that a person administers. */
  'api-key-list': {
    attributes: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'reach' | 'used' | 'state')[];
            actions?: ('create' | 'edit' | 'rotate' | 'revoke')[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'reach' | 'used' | 'state')[];
        actions?: ('create' | 'edit' | 'rotate' | 'revoke')[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Brand and settings with a live preview. */
  'brand-editor': {
    attributes: {
      /** The organization whose settings are shown; empty for those of the workspace. */
      'organization-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** The organization whose settings are shown; empty for those of the workspace. */
      organizationId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** Settings were saved. */
      'save-settings': { settings: readonly string[] };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Host names for the app, links, the API and notices. */
  'domain-list': {
    attributes: {
      /** The organization whose names are shown; empty for those of the workspace. */
      'organization-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'purpose' | 'state')[];
            actions?: ('create' | 'check' | 'remove')[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** The organization whose names are shown; empty for those of the workspace. */
      organizationId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'purpose' | 'state')[];
        actions?: ('create' | 'check' | 'remove')[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The members of a workspace. */
  'member-list': {
    attributes: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'role' | 'seen')[];
            actions?: (
              | 'invite'
              | 'edit'
              | 'transfer'
              | 'deactivate'
              | 'reactivate'
              | 'reset'
              | 'remove'
              | 'resend'
              | 'link'
              | 'revoke'
            )[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'role' | 'seen')[];
        actions?: (
          | 'invite'
          | 'edit'
          | 'transfer'
          | 'deactivate'
          | 'reactivate'
          | 'reset'
          | 'remove'
          | 'resend'
          | 'link'
          | 'revoke'
        )[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Organizations and workspaces as a tree. */
  'organization-tree': {
    attributes: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            actions?: (
              | 'open'
              | 'create-workspace'
              | 'create-organization'
              | 'rename'
              | 'move'
              | 'export'
              | 'suspend'
              | 'resume'
              | 'archive'
              | 'restore'
              | 'delete'
              | 'sign-on'
            )[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        actions?: (
          | 'open'
          | 'create-workspace'
          | 'create-organization'
          | 'rename'
          | 'move'
          | 'export'
          | 'suspend'
          | 'resume'
          | 'archive'
          | 'restore'
          | 'delete'
          | 'sign-on'
        )[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** Somebody wants to go into a workspace. Prevented, the host does it. */
      'open-place': { workspaceId: string; organizationId: string; name: string };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Roles and what they let people do. */
  'role-list': {
    attributes: {
      /** The organization whose roles are shown; empty for those of the workspace. */
      'organization-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'permissions' | 'people' | 'from')[];
            actions?: ('create' | 'edit' | 'duplicate' | 'holders' | 'remove')[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** The organization whose roles are shown; empty for those of the workspace. */
      organizationId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'permissions' | 'people' | 'from')[];
        actions?: ('create' | 'edit' | 'duplicate' | 'holders' | 'remove')[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Set-ups of workspaces that can be rolled out to others. */
  'snapshot-list': {
    attributes: {
      /** The organization whose snapshots are shown; empty for the highest one that the person administers. */
      'organization-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** The organization whose snapshots are shown; empty for the highest one that the person administers. */
      organizationId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of teams. */
  'team-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The shared inbox. */
  inbox: {
    attributes: {
      /** The thread to open: the target of a deep link. */
      'conversation-id': string;
      /** `page` hears the keys also while nothing on the page has the focus, `inside` only in the element. */
      shortcuts: 'page' | 'inside';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'search')[];
          };
    };
    properties: {
      /** The thread to open: the target of a deep link. */
      conversationId: string;
      /** `page` hears the keys also while nothing on the page has the focus, `inside` only in the element. */
      shortcuts: 'page' | 'inside';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'search')[];
      };
    };
    events: {
      /** A thread was opened, or the one that was open was left (id empty). */
      'select-conversation': { id: string };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** All clients of an agency, those in trouble first. */
  'agency-overview': {
    attributes: {
      /** The organization whose clients are shown; empty for the highest one that the person administers. */
      'organization-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** The organization whose clients are shown; empty for the highest one that the person administers. */
      organizationId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** Somebody wants to go into a workspace. Prevented, the host does it. */
      'open-place': { workspaceId: string; organizationId: string; name: string };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The overview of results. */
  'analytics-overview': {
    attributes: {
      /** Limits everything to one campaign. */
      'campaign-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'sent' | 'opened' | 'machine_opened' | 'clicked' | 'replied' | 'bounced')[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** Limits everything to one campaign. */
      campaignId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'sent' | 'opened' | 'machine_opened' | 'clicked' | 'replied' | 'bounced')[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** A campaign in the table was chosen. */
      'select-campaign': { id: string };
      /** It wants to go to `/campaigns/{id}`. */
      navigate: { path: string; href: string | null };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Forecast of deals, wins and losses, conversion and velocity. */
  'deal-forecast': {
    attributes: {
      /** Limits everything to one pipeline. */
      'pipeline-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** Limits everything to one pipeline. */
      pipelineId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** Revenue, cost and return. */
  'return-report': {
    attributes: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: readonly string[];
            actions?: readonly string[];
            defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
            hidden?: readonly string[];
          };
    };
    properties: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** It wants to go to `/campaigns/{id}` or to `/costs`. */
      navigate: { path: string; href: string | null };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The audit log. */
  'audit-log': {
    attributes: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('at' | 'actor' | 'action' | 'subject' | 'from')[];
            actions?: 'export'[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('at' | 'actor' | 'action' | 'subject' | 'from')[];
        actions?: 'export'[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The search over a whole workspace. */
  'search-page': {
    attributes: {
      /** What is searched for. */
      text: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'hit' | 'tabs')[];
          };
    };
    properties: {
      /** What is searched for. */
      text: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'hit' | 'tabs')[];
      };
    };
    events: {
      /** It wants to go to another place, such as `/leads/{id}`. */
      navigate: { path: string; href: string | null };
      /** Somebody opens a hit. */
      'select-hit': { noun: string; id: string };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The history of a lead, a campaign or a mailbox. */
  timeline: {
    attributes: {
      /** What it tells of. */
      noun: 'lead' | 'company' | 'deal' | 'mailbox' | 'campaign';
      /** Whose history it is: the id of the lead, the campaign or the mailbox. */
      'record-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: (
              | 'root'
              | 'skeleton'
              | 'error'
              | 'no-permission'
              | 'offline'
              | 'heading'
              | 'day'
              | 'entry'
              | 'icon'
            )[];
          };
    };
    properties: {
      /** What it tells of. */
      noun: 'lead' | 'company' | 'deal' | 'mailbox' | 'campaign';
      /** Whose history it is: the id of the lead, the campaign or the mailbox. */
      recordId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'heading' | 'day' | 'entry' | 'icon')[];
      };
    };
    events: {
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The editor of a campaign. */
  'campaign-editor': {
    attributes: {
      /** Shows a way back; `close-editor` tells when it was taken. */
      closable: boolean;
      /** The campaign to edit; empty starts a new one. */
      'campaign-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'icon')[];
          };
    };
    properties: {
      /** Shows a way back; `close-editor` tells when it was taken. */
      closable: boolean;
      /** The campaign to edit; empty starts a new one. */
      campaignId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline' | 'icon')[];
      };
    };
    events: {
      /** It was launched, paused, resumed or completed. */
      'change-state': { id: string; state: string };
      /** It wants to go to `/leads/{id}`. */
      navigate: { path: string; href: string | null };
      /** The draft was saved. */
      'save-campaign': { id: string };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of campaigns. */
  'campaign-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'state' | 'sent' | 'opened' | 'replied' | 'trend')[];
            actions?: ('create' | 'pause' | 'resume' | 'complete' | 'archive' | 'restore')[];
            defaultFilter?: {
              state?: 'all' | 'running' | 'paused' | 'draft' | 'completed';
            };
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'state' | 'sent' | 'opened' | 'replied' | 'trend')[];
        actions?: ('create' | 'pause' | 'resume' | 'complete' | 'archive' | 'restore')[];
        defaultFilter?: {
          state?: 'all' | 'running' | 'paused' | 'draft' | 'completed';
        };
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** A campaign was opened, or a new one asked for (`id` empty). Prevent it to show the editor yourself. */
      'select-campaign': { id: string };
      /** It wants to go to `/campaigns/{id}`. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of mailboxes. */
  'mailbox-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('address' | 'state' | 'today' | 'received')[];
            actions?: ('connect' | 'check' | 'edit' | 'pause' | 'resume' | 'archive' | 'restore')[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('address' | 'state' | 'today' | 'received')[];
        actions?: ('connect' | 'check' | 'edit' | 'pause' | 'resume' | 'archive' | 'restore')[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
  /** The list of templates. */
  'template-list': {
    attributes: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration:
        | string
        | {
            columns?: ('name' | 'subject' | 'updated')[];
            actions?: ('create' | 'archive')[];
            hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
          };
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
      recordId: string;
      /** How dense the rows are. */
      density: 'compact' | 'normal';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: ('name' | 'subject' | 'updated')[];
        actions?: ('create' | 'archive')[];
        hidden?: ('root' | 'skeleton' | 'error' | 'no-permission' | 'offline')[];
      };
      /** Order, widths and hidden columns. */
      layout: {
        order?: readonly string[];
        widths?: { readonly [x: string]: number };
        hidden?: readonly string[];
        extra?: readonly string[];
      };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: {
          order?: readonly string[];
          widths?: { readonly [x: string]: number };
          hidden?: readonly string[];
          extra?: readonly string[];
        };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
      /** What the element shows could not be loaded. */
      'load-error': Failure;
      /** The session is over; the element says so. */
      'session-expired': Failure;
      /** The element's box changed; px. */
      resize: { inlineSize: number; blockSize: number };
    };
  };
}

/** The same as data: attribute by property, properties without attribute, events. */

export const elementTable = {
  app: {
    fields: {
      route: 'route',
      navigation: 'navigation',
      onboarding: 'onboarding',
      shortcuts: 'shortcuts',
      signsOut: 'signs-out',
      layout: 'layout',
      configuration: 'configuration',
    },
    properties: [],
    events: [
      'navigate',
      'change-route',
      'change-theme',
      'change-navigation',
      'sign-out',
      'dismiss-onboarding',
      'load',
      'load-error',
      'load-start',
      'ready',
      'session-expired',
      'resize',
    ],
  },
  frame: {
    fields: {
      widget: 'widget',
      linkEndpoint: 'link-endpoint',
      label: 'label',
      theme: 'theme',
      brandColor: 'brand-color',
      locale: 'locale',
      timeZone: 'time-zone',
      fixedHeight: 'fixed-height',
    },
    properties: ['appearance', 'fetchLink'],
    events: [
      'load-start',
      'load',
      'ready',
      'select-lead',
      'select-campaign',
      'save-campaign',
      'change-state',
      'select-conversation',
      'load-error',
      'navigate',
    ],
  },
  provider: {
    fields: {
      baseUrl: 'base-url',
      tokenEndpoint: 'token-endpoint',
      theme: 'theme',
      brandColor: 'brand-color',
      locale: 'locale',
      timeZone: 'time-zone',
      shareAcrossTabs: 'share-across-tabs',
    },
    properties: [],
    events: ['load-error'],
  },
  'company-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'cost-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'custom-field-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'deal-board': {
    fields: { recordId: 'record-id', pipelineId: 'pipeline-id', configuration: 'configuration' },
    properties: [],
    events: ['move-deal', 'navigate', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'lead-board': {
    fields: {
      leadId: 'lead-id',
      stages: 'stages',
      valueField: 'value-field',
      currency: 'currency',
      configuration: 'configuration',
    },
    properties: [],
    events: [
      'select-lead',
      'move-lead',
      'navigate',
      'load-start',
      'load',
      'ready',
      'load-error',
      'session-expired',
      'resize',
    ],
  },
  'lead-page': {
    fields: { leadId: 'lead-id', configuration: 'configuration' },
    properties: [],
    events: ['close-lead', 'navigate', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'lead-table': {
    fields: { leadId: 'lead-id', status: 'status', density: 'density', configuration: 'configuration' },
    properties: ['views', 'filter', 'where', 'layout'],
    events: [
      'select-lead',
      'change-filter',
      'navigate',
      'save-view',
      'change-layout',
      'load-start',
      'load',
      'ready',
      'load-error',
      'session-expired',
      'resize',
    ],
  },
  'list-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'pipeline-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'segment-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'tag-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'task-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'account-settings': {
    fields: { configuration: 'configuration' },
    properties: [],
    events: ['change-profile', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'api-key-list': {
    fields: { configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'brand-editor': {
    fields: { organizationId: 'organization-id', configuration: 'configuration' },
    properties: [],
    events: ['save-settings', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'domain-list': {
    fields: { organizationId: 'organization-id', configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'member-list': {
    fields: { configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'organization-tree': {
    fields: { configuration: 'configuration' },
    properties: [],
    events: ['open-place', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'role-list': {
    fields: { organizationId: 'organization-id', configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'snapshot-list': {
    fields: { organizationId: 'organization-id', configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'team-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  inbox: {
    fields: { conversationId: 'conversation-id', shortcuts: 'shortcuts', configuration: 'configuration' },
    properties: [],
    events: ['select-conversation', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'agency-overview': {
    fields: { organizationId: 'organization-id', configuration: 'configuration' },
    properties: [],
    events: ['open-place', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'analytics-overview': {
    fields: { campaignId: 'campaign-id', configuration: 'configuration' },
    properties: [],
    events: ['select-campaign', 'navigate', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'deal-forecast': {
    fields: { pipelineId: 'pipeline-id', configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'return-report': {
    fields: { configuration: 'configuration' },
    properties: [],
    events: ['navigate', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'audit-log': {
    fields: { configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'search-page': {
    fields: { text: 'text', configuration: 'configuration' },
    properties: [],
    events: ['navigate', 'select-hit', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  timeline: {
    fields: { noun: 'noun', recordId: 'record-id', configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'campaign-editor': {
    fields: { closable: 'closable', campaignId: 'campaign-id', configuration: 'configuration' },
    properties: [],
    events: [
      'change-state',
      'navigate',
      'save-campaign',
      'load-start',
      'load',
      'ready',
      'load-error',
      'session-expired',
      'resize',
    ],
  },
  'campaign-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: [
      'select-campaign',
      'navigate',
      'change-layout',
      'load-start',
      'load',
      'ready',
      'load-error',
      'session-expired',
      'resize',
    ],
  },
  'mailbox-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'template-list': {
    fields: { recordId: 'record-id', density: 'density', configuration: 'configuration' },
    properties: ['layout'],
    events: ['navigate', 'change-layout', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
} as const satisfies Record<keyof ElementContracts, object>;
