import type { WidgetEntry } from './widget-entry.ts';

/** The elements of deals, besides the list of pipelines. */
export const dealWidgets = {
  'deal-board': {
    permissions: [
      'deal.read',
      'deal.write',
      'pipeline.read',
      'lead.read',
      'company.read',
      'file.read',
      'file.write',
      'file.delete',
    ],
    page: {
      name: 'deals',
      title: 'Deals',
      needs: ['deal.read'],
      icon: 'deals',
      key: 'e',
      skeleton: 'board',
      fills: true,
      group: 'outreach',
      places: { deal: '/deals/{id}' },
      attribute: 'record-id',
      leaves: { event: 'close-record', from: ['deal'], to: 'deals' },
    },
  },
  'deal-forecast': {
    permissions: ['deal.read', 'pipeline.read'],
    page: {
      name: 'forecast',
      title: 'Forecast',
      needs: ['deal.read'],
      icon: 'forecast',
      key: 'p',
      skeleton: 'figures',
      group: 'insight',
    },
  },
  'return-report': {
    permissions: ['cost.read', 'campaign.read'],
    page: {
      name: 'returns',
      title: 'Revenue and cost',
      needs: ['cost.read'],
      icon: 'returns',
      skeleton: 'figures',
      group: 'insight',
    },
  },
} as const satisfies Record<string, WidgetEntry>;
