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
      /** Which layout it shows, as it decided by its width and `navigation`: for your style sheet of what stands in its slots. */
      layout: 'full' | 'rail' | 'phone';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
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
      /** Which layout it shows, as it decided by its width and `navigation`: for your style sheet of what stands in its slots. */
      layout: 'full' | 'rail' | 'phone';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
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
      configuration: string;
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
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** A lead was opened. Prevent it to show the lead yourself. */
      'select-lead': {
        lead: {
          id: string;
          email: string;
          firstName: string | null;
          lastName: string | null;
          company: string | null;
          title: string | null;
          phone: string | null;
          city: string | null;
          country: string | null;
          website: string | null;
          timeZone: string | null;
          tags: readonly string[];
          custom: { [x: string]: string };
          status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed';
          source: string;
          importId: string | null;
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
      };
      /** A lead is about to move. Prevent it to keep it. */
      'move-lead': {
        lead: {
          id: string;
          email: string;
          firstName: string | null;
          lastName: string | null;
          company: string | null;
          title: string | null;
          phone: string | null;
          city: string | null;
          country: string | null;
          website: string | null;
          timeZone: string | null;
          tags: readonly string[];
          custom: { [x: string]: string };
          status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed';
          source: string;
          importId: string | null;
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
  /** The list of leads. */
  'lead-table': {
    attributes: {
      /** A lead to open, by its id: the target of a deep link. */
      'lead-id': string;
      /** The status, or the view of `views`, that is shown. */
      status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed' | 'all' | (string & {});
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** A lead to open, by its id: the target of a deep link. */
      leadId: string;
      /** The status, or the view of `views`, that is shown. */
      status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed' | 'all' | (string & {});
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Views that the host keeps, shown as tabs in place of the statuses. */
      views:
        | readonly {
            id: string;
            label: string;
            filter: {
              company?: string;
              country?: string;
              tag?: string;
              status?: readonly ('new' | 'active' | 'replied' | 'bounced' | 'unsubscribed')[];
              importId?: string;
              search?: string;
              archived?: boolean;
            };
            sorting?: { by: string; direction: 'asc' | 'desc' };
            layout?: {
              order?: readonly string[];
              widths?: { readonly [x: string]: number };
              hidden?: readonly string[];
            };
          }[]
        | null;
      /** What leads are filtered by, besides the view; what is configured for this place when nothing is set. */
      filter: {
        company?: string;
        country?: string;
        tag?: string;
        status?: readonly ('new' | 'active' | 'replied' | 'bounced' | 'unsubscribed')[];
        importId?: string;
        search?: string;
        archived?: boolean;
      } | null;
      /** Order, widths and hidden columns. */
      layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
    };
    events: {
      /** A lead was opened. Prevent it to show the lead yourself. */
      'select-lead': {
        lead: {
          id: string;
          email: string;
          firstName: string | null;
          lastName: string | null;
          company: string | null;
          title: string | null;
          phone: string | null;
          city: string | null;
          country: string | null;
          website: string | null;
          timeZone: string | null;
          tags: readonly string[];
          custom: { [x: string]: string };
          status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed';
          source: string;
          importId: string | null;
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
      };
      /** The reader filters for something else. */
      'change-filter': {
        filter: {
          company?: string;
          country?: string;
          tag?: string;
          status?: readonly ('new' | 'active' | 'replied' | 'bounced' | 'unsubscribed')[];
          importId?: string;
          search?: string;
          archived?: boolean;
        };
      };
      /** The reader wants to keep what is shown; the host names it. Only with `views`. */
      'save-view': {
        view: {
          filter: {
            company?: string;
            country?: string;
            tag?: string;
            status?: readonly ('new' | 'active' | 'replied' | 'bounced' | 'unsubscribed')[];
            importId?: string;
            search?: string;
            archived?: boolean;
          };
          sorting?: { by: string; direction: 'asc' | 'desc' };
          layout?: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
        };
      };
      /** The list could not be loaded. */
      'load-error': Failure;
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
        density: string;
      };
      /** The element has a session and begins to load. */
      'load-start': null;
      /** The session is open and the element shows its own content. */
      load: null;
      /** Everything the element shows at first is there. */
      ready: { milliseconds: number };
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
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** The thread to open: the target of a deep link. */
      conversationId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** A thread was opened. */
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
  /** The overview of results. */
  'analytics-overview': {
    attributes: {
      /** Limits everything to one campaign. */
      'campaign-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** Limits everything to one campaign. */
      campaignId: string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
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
  /** The history of a lead, a campaign or a mailbox. */
  timeline: {
    attributes: {
      /** What it tells of. */
      noun: 'lead' | 'mailbox' | 'campaign';
      /** Whose history it is: the id of the lead, the campaign or the mailbox. */
      'record-id': string;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** What it tells of. */
      noun: 'lead' | 'mailbox' | 'campaign';
      /** Whose history it is: the id of the lead, the campaign or the mailbox. */
      recordId: string;
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
  /** The editor of a campaign. */
  'campaign-editor': {
    attributes: {
      /** The campaign to edit; empty starts a new one. */
      'campaign-id': string;
      /** Shows a way back; `close-editor` tells when it was taken. */
      closable: boolean;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** The campaign to edit; empty starts a new one. */
      campaignId: string;
      /** Shows a way back; `close-editor` tells when it was taken. */
      closable: boolean;
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
    };
    events: {
      /** The draft was saved. */
      'save-campaign': { id: string };
      /** It was launched, paused, resumed or completed. */
      'change-state': { id: string; state: string };
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
      /** A record to open, by its id: the target of a deep link. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. */
      recordId: string;
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
    };
    events: {
      /** A campaign was opened, or a new one asked for (`id` empty). Prevent it to show the editor yourself. */
      'select-campaign': { id: string };
      /** It wants to go to `/campaigns/{id}`. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
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
      /** A record to open, by its id: the target of a deep link. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. */
      recordId: string;
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
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
      /** A record to open, by its id: the target of a deep link. */
      'record-id': string;
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: string;
    };
    properties: {
      /** A record to open, by its id: the target of a deep link. */
      recordId: string;
      /** How dense the rows are. */
      density: 'normal' | 'compact';
      /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
      configuration: {
        columns?: readonly string[];
        actions?: readonly string[];
        defaultFilter?: { [x: string]: string | number | boolean | (string | number | boolean | null)[] | null };
        hidden?: readonly string[];
      };
      /** Order, widths and hidden columns. */
      layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
    };
    events: {
      /** It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself. */
      navigate: { path: string; href: string | null };
      /** The reader resized, moved or hid columns, or chose a density. */
      'change-layout': {
        layout: { order?: readonly string[]; widths?: { readonly [x: string]: number }; hidden?: readonly string[] };
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
      layout: 'layout',
      configuration: 'configuration',
    },
    properties: [],
    events: [
      'navigate',
      'change-route',
      'change-theme',
      'change-navigation',
      'dismiss-onboarding',
      'load',
      'load-error',
      'load-start',
      'ready',
      'session-expired',
      'resize',
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
  'lead-table': {
    fields: { leadId: 'lead-id', status: 'status', density: 'density', configuration: 'configuration' },
    properties: ['views', 'filter', 'layout'],
    events: [
      'select-lead',
      'change-filter',
      'save-view',
      'load-error',
      'change-layout',
      'load-start',
      'load',
      'ready',
      'session-expired',
      'resize',
    ],
  },
  inbox: {
    fields: { conversationId: 'conversation-id', configuration: 'configuration' },
    properties: [],
    events: ['select-conversation', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'analytics-overview': {
    fields: { campaignId: 'campaign-id', configuration: 'configuration' },
    properties: [],
    events: ['select-campaign', 'navigate', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  timeline: {
    fields: { noun: 'noun', recordId: 'record-id', configuration: 'configuration' },
    properties: [],
    events: ['load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
  },
  'campaign-editor': {
    fields: { campaignId: 'campaign-id', closable: 'closable', configuration: 'configuration' },
    properties: [],
    events: ['save-campaign', 'change-state', 'load-start', 'load', 'ready', 'load-error', 'session-expired', 'resize'],
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
