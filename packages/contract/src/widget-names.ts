import { kebabCase, type KebabCase } from './letter-case.ts';
import { nounEntries, resourceOf, type ListedNoun } from './nouns.ts';
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
  timeline: ['lead.read', 'campaign.read', 'mailbox.read'],
  // Besides what every list may: previews show real leads.
  'template-list': ['template.read', 'template.write', 'lead.read'],
} as const satisfies Record<string, readonly Permission[]>;

type ListName = `${KebabCase<ListedNoun>}-list`;

/** The lists of nouns, each with all that is allowed with its noun. */
const lists = Object.fromEntries(
  nounEntries
    .filter(([, { list }]) => list)
    .map(([noun, { permissions = [] }]): [string, string[]] => [
      `${kebabCase(noun)}-list`,
      permissions.map((what) => `${resourceOf(noun)}.${what}`),
    ]),
) as Record<ListName, Permission[]>; // one for each listed noun

/** The name of an embeddable element, without the agency's prefix. */
export type WidgetName = keyof typeof needs | ListName | 'app';

/** What a session of each element can hold. The whole app can hold what the daily work needs, whatever nouns there are. */
export const widgetPermissions: Readonly<Record<WidgetName, readonly Permission[]>> = {
  ...lists,
  ...needs,
  app: workPermissions,
};

/** The closed list of embeddable elements, without the agency's prefix. Free of zod, so browsers may import it. */
export const widgetNames = Object.keys(widgetPermissions) as [WidgetName, ...WidgetName[]]; // keys of the record above
