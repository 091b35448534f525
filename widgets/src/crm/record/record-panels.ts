import { msg } from '@lit/localize';
import { notePanels, type RecordPanel } from './note-panels.ts';

/** All of them, in the order of the tabs. */
export const recordPanels: readonly RecordPanel[] = [
  ...notePanels,
  {
    name: 'deals',
    label: () => msg('Deals'),
    needs: 'deal.read',
    of: ['lead', 'company'],
    load: async () => (await import('../deal/record-deals.ts')).RecordDeals,
  },
  {
    name: 'conversions',
    label: () => msg('Conversions'),
    needs: 'conversion.read',
    of: ['lead'],
    load: async () => (await import('../conversion/record-conversions.ts')).RecordConversions,
  },
];
