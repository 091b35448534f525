import { workPermissions, type Permission } from './permissions.ts';

/** What each embeddable element is for, by its name without the agency's prefix. Its sessions can never hold more. */
const needs = {
  'lead-table': ['lead.read', 'lead.write', 'lead.import', 'campaign.read'],
  'lead-board': ['lead.read', 'lead.write'],
  'campaign-list': ['campaign.read', 'campaign.write', 'campaign.launch', 'analytics.read'],
  'campaign-editor': [
    'campaign.read',
    'campaign.write',
    'campaign.launch',
    'lead.read',
    'analytics.read',
    'template.read',
    'template.write',
    'mailbox.read',
  ],
  inbox: ['inbox.read', 'inbox.reply', 'lead.read', 'campaign.read', 'suppression.write'],
  'analytics-overview': ['analytics.read', 'campaign.read'],
  'mailbox-list': ['mailbox.read', 'mailbox.manage'],
  'template-list': ['template.read', 'template.write', 'lead.read'],
} as const satisfies Record<string, readonly Permission[]>;

/** The name of an embeddable element, without the agency's prefix. */
export type WidgetName = keyof typeof needs | 'app';

/** What a session of each element can hold. The whole app can hold what the daily work needs, whatever nouns there are. */
export const widgetPermissions: Readonly<Record<WidgetName, readonly Permission[]>> = {
  ...needs,
  app: workPermissions,
};

/** The closed list of embeddable elements, without the agency's prefix. Free of zod, so browsers may import it. */
export const widgetNames = Object.keys(widgetPermissions) as [WidgetName, ...WidgetName[]]; // keys of the record above
