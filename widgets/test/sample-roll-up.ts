import type { Metric } from '@tabard/contract';
import type { RollUp, RollUpItem } from '@tabard/contract/insight/roll-up';

const counts = (more: Partial<Record<Metric, number>>): Record<Metric, number> => ({
  sent: 0,
  opened: 0,
  machine_opened: 0,
  clicked: 0,
  replied: 0,
  bounced: 0,
  unsubscribed: 0,
  complained: 0,
  ...more,
});
const client = (id: string, name: string, more: Partial<RollUpItem> = {}): RollUpItem => ({
  id,
  name,
  organizationId: 'org_1',
  organizationName: 'Harbour & Quay',
  standing: 'open',
  counts: counts({ sent: 1840, replied: 96, bounced: 22, unsubscribed: 9, complained: 1 }),
  previous: counts({ sent: 1500, replied: 70, bounced: 25 }),
  trend: Array.from({ length: 30 }, (_, day) => 40 + ((day * 17) % 45)),
  runningCampaigns: 3,
  mailboxes: 4,
  troubles: [],
  ...more,
});

const clients: readonly RollUpItem[] = [
  client('wsp_4', 'Lighthouse Insurance for the Northern Harbours and Islands', {
    counts: counts({ sent: 2100, replied: 31, bounced: 150, unsubscribed: 30, complained: 9 }),
    troubles: [
      { code: 'complaints', count: 9 },
      { code: 'bounces', count: 150 },
    ],
  }),
  client('wsp_3', 'Quay Logistics', { troubles: [{ code: 'mailboxes', count: 1 }] }),
  client('wsp_7', 'Breeze Solar', {
    counts: counts({}),
    trend: Array.from({ length: 30 }, () => 0),
    troubles: [{ code: 'quiet', count: 2 }],
  }),
  client('wsp_8', 'Old Mill Media', {
    counts: counts({}),
    trend: Array.from({ length: 30 }, () => 0),
    runningCampaigns: 0,
    mailboxes: 0,
    troubles: [{ code: 'unset', count: 0 }],
  }),
  client('wsp_2', 'Harbour Dental'),
  client('wsp_5', 'Südwind', { standing: 'suspended', organizationName: 'Südwind Agentur' }),
];

/** What the clients of the sample's agency did. */
export const rollUpAnswers = (): Record<string, (input: never) => unknown> => ({
  'rollUps.overview': ({ search = '' }: { search?: string }): RollUp => {
    const items = clients.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
    const sum = (of: (item: RollUpItem) => Record<Metric, number>) =>
      counts(
        Object.fromEntries(
          Object.keys(counts({})).map((metric) => [
            metric,
            items.reduce((total, item) => total + of(item)[metric as Metric], 0),
          ]),
        ),
      );
    return {
      totals: {
        workspaces: items.length,
        troubled: items.filter((item) => item.troubles.length > 0).length,
        counts: sum((item) => item.counts),
        previous: sum((item) => item.previous),
        trend: items[0]?.trend ?? [],
      },
      items,
      isCut: false,
    };
  },
});
