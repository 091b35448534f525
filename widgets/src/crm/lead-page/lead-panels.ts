import { msg } from '@lit/localize';
import { recordPanels } from '../record/record-panels.ts';
import type { OwnPanel } from '../record/record-tabs.ts';

/** The tabs of a lead's page: its own; those that other nouns fill come behind them. */
export const leadPanels: readonly OwnPanel[] = [
  {
    name: 'activity',
    label: () => msg('Activity'),
    needs: 'lead.read',
    of: ['lead'],
    load: async () => (await import('../record/record-activity.ts')).RecordActivity,
  },
  {
    name: 'campaigns',
    label: () => msg('Campaigns'),
    needs: 'campaign.read',
    of: ['lead'],
    load: async () => (await import('./lead-campaigns.ts')).LeadCampaigns,
  },
  {
    name: 'conversations',
    label: () => msg('Conversations'),
    needs: 'inbox.read',
    of: ['lead'],
    load: async () => (await import('./lead-conversations.ts')).LeadConversations,
  },
  {
    name: 'duplicates',
    label: () => msg('Duplicates'),
    needs: 'lead.read',
    of: ['lead'],
    load: async () => (await import('./lead-duplicates.ts')).LeadDuplicates,
  },
  ...recordPanels,
];
