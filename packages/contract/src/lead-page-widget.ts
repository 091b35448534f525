import type { Permission } from './permissions.ts';
import type { WidgetEntry } from './widget-entry.ts';

/** What the tabs of other nouns on a record's page need. */
export const ofRecordPanels = [
  'note.read',
  'note.write',
  'activity.read',
  'activity.write',
  'task.read',
  'task.write',
  'file.read',
  'file.write',
  'file.delete',
  'deal.read',
  'deal.write',
  'pipeline.read',
] as const satisfies readonly Permission[];

/** The page of one lead. */
export const leadPage = {
  permissions: [
    'lead.read',
    'lead.write',
    'lead.delete',
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
    ...ofRecordPanels,
    'conversion.read',
    'conversion.write',
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
