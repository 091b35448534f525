import { kebabCase, type KebabCase } from './letter-case.ts';
import { nounEntries, resourceOf, type ListedNoun } from './nouns.ts';
import { administration } from './administration-widgets.ts';
import { leadPage } from './lead-page-widget.ts';
import { dealWidgets } from './deal-widgets.ts';
import { listed } from './listed-widgets.ts';
import type { Permission } from './permissions.ts';
import type { WidgetEntry } from './widget-entry.ts';

export type { WidgetEntry, WidgetPage } from './widget-entry.ts';

const resultsOfMails = [
  'delivery.accepted',
  'delivery.failed',
  'mail.opened',
  'mail.clicked',
  'mail.bounced',
  'mail.complained',
  'lead.unsubscribed',
  'lead.replied',
];

/** Elements with actions or looks of their own, in the order of the navigation. */
const own = {
  'search-page': {
    permissions: [
      'workspace.read',
      'lead.read',
      'company.read',
      'deal.read',
      'inbox.read',
      'campaign.read',
      'template.read',
      'note.read',
      'task.read',
      'file.read',
    ],
    page: {
      name: 'search',
      title: 'Search',
      needs: ['workspace.read'],
      icon: 'find',
      key: 'q',
      skeleton: 'text',
      group: 'outreach',
    },
  },
  'campaign-list': {
    permissions: ['campaign.read', 'campaign.write', 'campaign.launch', 'analytics.read'],
    page: {
      name: 'campaigns',
      title: 'Campaigns',
      needs: ['campaign.read'],
      icon: 'campaigns',
      key: 'c',
      skeleton: 'table',
      group: 'outreach',
    },
    stale: { campaigns: resultsOfMails },
  },
  'campaign-editor': {
    permissions: [
      'campaign.read',
      'campaign.write',
      'campaign.launch',
      'lead.read',
      'analytics.read',
      'template.read',
      'template.write',
      'mailbox.read',
      'custom_field.read',
      'segment.read',
    ],
    page: {
      name: 'campaign',
      at: '/campaigns/{id}',
      title: 'Campaign',
      needs: ['campaign.read'],
      icon: 'campaigns',
      skeleton: 'flow',
      places: { 'new-campaign': '/campaigns/new' },
      attribute: 'campaign-id',
      flags: 'closable',
      leaves: { event: 'close-editor', from: ['campaign', 'new-campaign'], to: 'campaigns' },
    },
    stale: {
      enrollments: ['delivery.accepted', 'delivery.failed', 'mail.bounced', 'lead.unsubscribed', 'lead.replied'],
      campaigns: ['enrollment.updated'],
    },
  },
  inbox: {
    permissions: ['inbox.read', 'inbox.reply', 'lead.read', 'campaign.read', 'suppression.write'],
    page: {
      name: 'inbox',
      title: 'Inbox',
      needs: ['inbox.read'],
      icon: 'inbox',
      key: 'i',
      skeleton: 'panes',
      fills: true,
      group: 'outreach',
      places: { conversation: '/inbox/{id}' },
      attribute: 'conversation-id',
    },
    shows: { '/conversations/{id}': 'conversation-id' },
    stale: { conversations: ['lead.replied', 'message.received', 'message.sent'] },
  },
  'lead-table': {
    permissions: [
      'lead.read',
      'lead.write',
      'lead.import',
      'lead.delete',
      'lead.export',
      'campaign.read',
      'custom_field.read',
      'company.read',
      'company.write',
      'tag.read',
      'list.read',
      'list.write',
      'campaign.launch',
      'custom_field.manage',
      'segment.read',
    ],
    page: {
      name: 'leads',
      title: 'Leads',
      needs: ['lead.read'],
      icon: 'leads',
      key: 'l',
      skeleton: 'table',
      fills: true,
      group: 'outreach',
      places: { 'import-leads': '/leads/import', 'add-lead': '/leads/new', lead: '/leads/{id}' },
      attribute: 'lead-id',
      leaves: { event: 'close-lead', from: ['lead'], to: 'leads' },
    },
    stale: {
      leads: ['lead_import.progressed', 'mail.bounced', 'company.updated', 'segment.counted'],
    },
  },
  'lead-page': leadPage,
  'lead-board': {
    permissions: ['lead.read', 'lead.write', 'custom_field.read', 'company.read', 'company.write', 'tag.read'],
    page: {
      name: 'board',
      title: 'Board',
      needs: ['lead.read'],
      icon: 'board',
      key: 'b',
      skeleton: 'board',
      fills: true,
      group: 'outreach',
    },
  },
  ...dealWidgets,
  'analytics-overview': {
    permissions: ['analytics.read', 'campaign.read'],
    page: {
      name: 'analytics',
      title: 'Analytics',
      needs: ['analytics.read'],
      icon: 'analytics',
      key: 'a',
      skeleton: 'figures',
      group: 'insight',
      places: { 'campaign-analytics': '/analytics/{id}' },
      attribute: 'campaign-id',
    },
    stale: { analytics: resultsOfMails },
  },
  'agency-overview': {
    permissions: ['organization.read', 'organization.manage'],
    page: {
      name: 'clients',
      title: 'Clients',
      needs: ['organization.manage'],
      icon: 'clients',
      key: 'v',
      skeleton: 'figures',
      group: 'insight',
    },
  },
  ...administration,
  timeline: { permissions: ['lead.read', 'company.read', 'campaign.read', 'mailbox.read'] },
} as const satisfies Record<string, WidgetEntry>;

type ListName = `${KebabCase<ListedNoun>}-list`;

/** The list of a noun: all that is allowed with the noun, a page at the noun's name, and each record below. */
const lists = Object.fromEntries(
  nounEntries
    .filter(([, { list }]) => list)
    .map(([noun, { words, permissions = [] }]): [string, WidgetEntry] => {
      const resource = resourceOf(noun);
      const { page, permissions: more = [], stale } = listed[noun as ListedNoun] ?? {}; // they are listed
      const [record, name] = [kebabCase(noun), words[1].replaceAll(' ', '-').toLowerCase()];
      return [
        `${record}-list`,
        {
          permissions: [...permissions.map((what) => `${resource}.${what}` as Permission), ...more], // pairs of the list
          page: {
            name,
            title: words[1].charAt(0).toUpperCase() + words[1].slice(1),
            needs: [`${resource}.read` as Permission], // every listed noun can be read
            icon: 'records',
            skeleton: 'table',
            group: 'outreach',
            places: { [record]: `/${name}/{id}` },
            attribute: 'record-id',
            leaves: { event: 'close-record', from: [record], to: name },
            ...page,
          },
          stale,
        },
      ];
    }),
) as Record<ListName, WidgetEntry>; // one for each listed noun

/**
 * Every embeddable element, once, by its name without the agency's prefix. What its sessions can hold, where its code is, its page in
 * the app and its places, and which events make what it shows old follow from it; the browser's parts are written from it by
 * `pnpm --filter @tabard/widgets manifest`. Plain data: free of zod and Lit.
 */
export const widgets: Readonly<Record<keyof typeof own | ListName, WidgetEntry>> = { ...own, ...lists };

/** The elements of the app's settings. A session holds what they may do only where they are named, not with the whole app. */
export const settingsWidgets = Object.entries(widgets).flatMap(([name, { page }]) =>
  page?.group === 'settings' ? [name as keyof typeof widgets] : [],
);
