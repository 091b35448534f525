import type { WidgetEntry } from './widget-entry.ts';

/** The page of one lead. */
export const leadPage = {
  // What the tabs of other nouns need is theirs to add.
  permissions: [
    'lead.read',
    'lead.write',
    'campaign.read',
    'campaign.launch',
    'custom_field.read',
    'company.read',
    'company.write',
    'inbox.read',
    'tag.read',
    'list.read',
    'list.write',
    'suppression.write',
  ],
  page: {
    name: 'lead-page',
    at: '/leads/{id}/page',
    title: 'Lead',
    needs: ['lead.read'],
    icon: 'leads',
    skeleton: 'text',
    attribute: 'lead-id',
    leaves: { event: 'close-lead', from: ['lead-page'], to: 'leads' },
  },
} as const satisfies WidgetEntry;
