// Written by `pnpm --filter @tabard/widgets manifest` from the doc comments of the elements. Do not edit.

/** What each element takes and says, by its name without prefix. Events are described by their `detail`. */

export interface ElementContracts {
  /** The declarative twin of `init`. */
  provider: {
    attributes: {
      /** Origin of the platform. */
      'base-url': string;
      /** Address on your server that answers a POST with `{ clientSecret, expiresAt }`. */
      'token-endpoint': string;
      /** `light`, `dark` or `auto`. */
      theme: '' | 'light' | 'dark' | 'auto';
      /** Brand colour as `#rrggbb`; the workspace's own when left out. */
      'brand-color': string;
      /** A BCP 47 tag; the page's language when left out. */
      locale: string;
      /** An IANA time zone; the workspace's own when left out. */
      'time-zone': string;
    };
    properties: {
      /** Origin of the platform. */
      baseUrl: string;
      /** Address on your server that answers a POST with `{ clientSecret, expiresAt }`. */
      tokenEndpoint: string;
      /** `light`, `dark` or `auto`. */
      theme: '' | 'light' | 'dark' | 'auto';
      /** Brand colour as `#rrggbb`; the workspace's own when left out. */
      brandColor: string;
      /** A BCP 47 tag; the page's language when left out. */
      locale: string;
      /** An IANA time zone; the workspace's own when left out. */
      timeZone: string;
    };
    events: {
      /** The session could not be opened, or an element failed. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The list of leads. */
  'lead-table': {
    attributes: {
      /** A lead to open, by its id: the target of a deep link. */
      'lead-id': string;
      /** Shows leads of one status at first. */
      status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed' | 'all';
    };
    properties: {
      /** A lead to open, by its id: the target of a deep link. */
      leadId: string;
      /** Shows leads of one status at first. */
      status: 'new' | 'active' | 'replied' | 'bounced' | 'unsubscribed' | 'all';
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
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
        };
      };
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The shared inbox. */
  inbox: {
    attributes: {
      /** The thread to open: the target of a deep link. */
      'conversation-id': string;
    };
    properties: {
      /** The thread to open: the target of a deep link. */
      conversationId: string;
    };
    events: {
      /** A thread was opened. */
      'select-conversation': { id: string };
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The overview of results. */
  'analytics-overview': {
    attributes: {
      /** Limits everything to one campaign. */
      'campaign-id': string;
    };
    properties: {
      /** Limits everything to one campaign. */
      campaignId: string;
    };
    events: {
      /** A campaign in the table was chosen. */
      'select-campaign': { id: string };
      /** It wants to go to `/campaigns/{id}`. */
      navigate: { path: string };
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The editor of a campaign. */
  'campaign-editor': {
    attributes: {
      /** The campaign to edit; empty starts a new one. */
      'campaign-id': string;
      /** Shows a way back; `close-editor` tells when it was taken. */
      closable: boolean;
    };
    properties: {
      /** The campaign to edit; empty starts a new one. */
      campaignId: string;
      /** Shows a way back; `close-editor` tells when it was taken. */
      closable: boolean;
    };
    events: {
      /** The draft was saved. */
      'save-campaign': { id: string };
      /** It was launched, paused, resumed or completed. */
      'change-state': { id: string; state: string };
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The list of campaigns. */
  'campaign-list': {
    attributes: object;
    properties: object;
    events: {
      /** A campaign was opened, or a new one asked for (`id` empty). Prevent it to show the editor yourself. */
      'select-campaign': { id: string };
      /** It wants to go to `/campaigns/{id}`. */
      navigate: { path: string };
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The list of mailboxes. */
  'mailbox-list': {
    attributes: object;
    properties: object;
    events: {
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
  /** The list of templates. */
  'template-list': {
    attributes: object;
    properties: object;
    events: {
      /** The session is open and the element shows its own content. */
      load: null;
      /** What the element shows could not be loaded. */
      'load-error': {
        kind: 'connection' | 'authentication' | 'permission' | 'not_found' | 'invalid' | 'rate_limit' | 'server';
        code: string;
        message: string;
        requestId: string | null;
        retryable: boolean;
        details: readonly { path: string; message: string; reason?: string }[];
      };
    };
  };
}

/** The same as data: attribute by property, properties without attribute, events. */

export const elementTable = {
  provider: {
    fields: {
      baseUrl: 'base-url',
      tokenEndpoint: 'token-endpoint',
      theme: 'theme',
      brandColor: 'brand-color',
      locale: 'locale',
      timeZone: 'time-zone',
    },
    properties: [],
    events: ['load-error'],
  },
  'lead-table': {
    fields: { leadId: 'lead-id', status: 'status' },
    properties: [],
    events: ['select-lead', 'load', 'load-error'],
  },
  inbox: {
    fields: { conversationId: 'conversation-id' },
    properties: [],
    events: ['select-conversation', 'load', 'load-error'],
  },
  'analytics-overview': {
    fields: { campaignId: 'campaign-id' },
    properties: [],
    events: ['select-campaign', 'navigate', 'load', 'load-error'],
  },
  'campaign-editor': {
    fields: { campaignId: 'campaign-id', closable: 'closable' },
    properties: [],
    events: ['save-campaign', 'change-state', 'load', 'load-error'],
  },
  'campaign-list': { fields: {}, properties: [], events: ['select-campaign', 'navigate', 'load', 'load-error'] },
  'mailbox-list': { fields: {}, properties: [], events: ['load', 'load-error'] },
  'template-list': { fields: {}, properties: [], events: ['load', 'load-error'] },
} as const satisfies Record<keyof ElementContracts, object>;
