import { ofRecordPanels } from './lead-page-widget.ts';
import type { ListedNoun } from './nouns.ts';
import type { Permission } from './permissions.ts';
import type { WidgetEntry, WidgetPage } from './widget-entry.ts';

/** What the lists of nouns have otherwise than the rest of them. */
export const listed: Partial<
  Record<ListedNoun, { permissions?: readonly Permission[]; page?: Partial<WidgetPage>; stale?: WidgetEntry['stale'] }>
> = {
  // Besides what every list may: the people of a company, and what other nouns show of it.
  company: {
    permissions: ['lead.read', 'lead.write', ...ofRecordPanels],
    page: { icon: 'companies', key: 'y' },
    stale: {
      companies: ['lead.created', 'lead.updated'],
    },
  },
  // Besides what every list may: previews show real leads.
  template: { permissions: ['lead.read'], page: { icon: 'templates', key: 't', group: 'setup' } },
  list: { permissions: ['lead.read'], page: { icon: 'list', group: 'outreach' } },
  // Besides what every list may: what a task is about.
  task: { permissions: ['lead.read', 'company.read'], page: { icon: 'tasks', key: 'w' } },
  team: { page: { icon: 'teams', group: 'setup' } },
  tag: { permissions: ['lead.read'], page: { icon: 'tag', group: 'setup' } },
  // Besides what every list may: who is in one, and what can be asked of leads.
  segment: {
    permissions: ['lead.read', 'custom_field.read', 'campaign.read'],
    page: { icon: 'segments', key: 's' },
    stale: { segments: ['segment.counted'] },
  },
  // Besides what every list may: where the deals of a stage that goes can go, and how many those are.
  pipeline: {
    permissions: ['deal.read'],
    page: { icon: 'pipelines', group: 'setup' },
  },
  // Besides what every list may: what a cost was for.
  cost: { permissions: ['campaign.read'], page: { icon: 'costs', group: 'insight' } },
  customField: { page: { icon: 'fields', key: 'f', group: 'setup' } },
  mailbox: {
    page: {
      icon: 'mailboxes',
      key: 'm',
      group: 'setup',
      places: { 'connect-mailbox': '/mailboxes/new', mailbox: '/mailboxes/{id}' },
    },
    stale: { mailboxes: ['delivery.accepted'] },
  },
};
