// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.

import { msg } from '@lit/localize';
import { html } from '../base/html.ts';
import type { WidgetPage } from './app-pages.ts';

/** Every place that an element shows: its address and its page. */
export const widgetPlaces = {
  campaigns: ['/campaigns', 'campaigns'],
  'new-campaign': ['/campaigns/new', 'campaign'],
  campaign: ['/campaigns/{id}', 'campaign'],
  inbox: ['/inbox', 'inbox'],
  conversation: ['/inbox/{id}', 'inbox'],
  leads: ['/leads', 'leads'],
  'import-leads': ['/leads/import', 'leads'],
  'add-lead': ['/leads/new', 'leads'],
  lead: ['/leads/{id}', 'leads'],
  board: ['/board', 'board'],
  analytics: ['/analytics', 'analytics'],
  'campaign-analytics': ['/analytics/{id}', 'analytics'],
  templates: ['/templates', 'templates'],
  template: ['/templates/{id}', 'templates'],
  mailboxes: ['/mailboxes', 'mailboxes'],
  'connect-mailbox': ['/mailboxes/new', 'mailboxes'],
} as const;

/** The pages that show one element each. */
export const widgetPages = {
  campaigns: {
    widget: 'campaign-list',
    title: () => msg('Campaigns'),
    needs: ['campaign.read'],
    icon: 'campaigns',
    key: 'c',
    skeleton: 'table',
    group: 'outreach',
    view: (session) => html`<x-campaign-list .session=${session}></x-campaign-list>`,
  },
  campaign: {
    widget: 'campaign-editor',
    title: () => msg('Campaign'),
    needs: ['campaign.read'],
    icon: 'campaigns',
    key: '',
    skeleton: 'flow',
    view: (session, id, leave) =>
      html`<x-campaign-editor
        .session=${session}
        campaign-id=${id}
        closable
        @close-editor=${() => leave(['campaign', 'new-campaign'], 'campaigns')}
      ></x-campaign-editor>`,
  },
  inbox: {
    widget: 'inbox',
    title: () => msg('Inbox'),
    needs: ['inbox.read'],
    icon: 'inbox',
    key: 'i',
    skeleton: 'panes',
    fills: true,
    group: 'outreach',
    view: (session, id) => html`<x-inbox .session=${session} conversation-id=${id}></x-inbox>`,
  },
  leads: {
    widget: 'lead-table',
    title: () => msg('Leads'),
    needs: ['lead.read'],
    icon: 'leads',
    key: 'l',
    skeleton: 'table',
    fills: true,
    group: 'outreach',
    view: (session, id, leave) =>
      html`<x-lead-table
        .session=${session}
        lead-id=${id}
        @close-lead=${() => leave(['lead'], 'leads')}
      ></x-lead-table>`,
  },
  board: {
    widget: 'lead-board',
    title: () => msg('Board'),
    needs: ['lead.read'],
    icon: 'board',
    key: 'b',
    skeleton: 'board',
    fills: true,
    group: 'outreach',
    view: (session) => html`<x-lead-board .session=${session}></x-lead-board>`,
  },
  analytics: {
    widget: 'analytics-overview',
    title: () => msg('Analytics'),
    needs: ['analytics.read'],
    icon: 'analytics',
    key: 'a',
    skeleton: 'figures',
    group: 'insight',
    view: (session, id) => html`<x-analytics-overview .session=${session} campaign-id=${id}></x-analytics-overview>`,
  },
  templates: {
    widget: 'template-list',
    title: () => msg('Templates'),
    needs: ['template.read'],
    icon: 'templates',
    key: 't',
    skeleton: 'table',
    group: 'setup',
    view: (session, id, leave) =>
      html`<x-template-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['template'], 'templates')}
      ></x-template-list>`,
  },
  mailboxes: {
    widget: 'mailbox-list',
    title: () => msg('Mailboxes'),
    needs: ['mailbox.read'],
    icon: 'mailboxes',
    key: 'm',
    skeleton: 'table',
    group: 'setup',
    view: (session) => html`<x-mailbox-list .session=${session}></x-mailbox-list>`,
  },
} as const satisfies Record<string, WidgetPage>;
