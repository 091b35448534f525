import type { Conversion } from '@tabard/contract/crm/conversion';
import type { Cost } from '@tabard/contract/crm/cost';
import type { ReturnOverview } from '@tabard/contract/insight/return-report';
import { ago } from './sample-records.ts';

const day = (before: number): string => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
const month = (before: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - before, 1)).toISOString().slice(0, 7);
};
const spring = { id: 'cmp_1', name: 'Spring lanes to Spain' };
const autumn = { id: 'cmp_2', name: 'Herbstangebot für Speditionen' };

const written: readonly (Partial<Cost> & Pick<Cost, 'name' | 'kind' | 'amount'>)[] = [
  { name: 'Mailboxes and domains', kind: 'mailbox', amount: 28_800, startsOn: day(180) },
  {
    name: 'Addresses of decision makers',
    kind: 'data',
    amount: 49_900,
    startsOn: day(120),
    endsOn: day(120),
    sources: ['import'],
  },
  {
    name: 'Texts by a copywriter',
    kind: 'work',
    amount: 120_050,
    startsOn: day(75),
    endsOn: day(61),
    campaigns: [spring, autumn],
  },
  {
    name: 'Advertisements for the same audience',
    kind: 'advertising',
    amount: 85_000,
    currency: 'USD',
    startsOn: day(58),
    endsOn: day(29),
    campaigns: [spring],
  },
  { name: 'إعلانات في المعرض', kind: 'other', amount: 1_250_000, currency: 'JPY', startsOn: day(9), endsOn: day(9) },
];

/** Costs of the sample. */
export const sampleCosts: readonly Cost[] = written.map((cost, at) => ({
  id: `cos_${at}`,
  currency: 'EUR',
  startsOn: day(0),
  endsOn: day(0),
  campaigns: [],
  sources: [],
  note: at === 2 ? 'Two rounds of changes are in it.' : null,
  campaignIds: (cost.campaigns ?? []).map(({ id }) => id),
  createdAt: ago(60 * (at + 1)),
  updatedAt: ago(60 * (at + 1)),
  archivedAt: null,
  ...cost,
}));

/** Conversions of a lead of the sample. */
export const sampleConversions = (leadId: string): readonly Conversion[] =>
  (
    [
      {
        kind: 'signed',
        value: 480_000,
        dealId: 'dea_0',
        dealTitle: 'Rotterdam to Valencia, weekly',
        campaignId: spring.id,
        campaignName: spring.name,
      },
      { kind: 'custom', name: 'Asked for references', campaignId: spring.id, campaignName: spring.name },
      { outcome: 'lost', reason: 'Has a supplier and is content' },
    ] as const
  ).map((said, at) => ({
    id: `cvn_${at}`,
    outcome: 'converted',
    kind: null,
    name: null,
    reason: null,
    happenedAt: ago(1_500 * (at + 1)),
    value: null,
    currency: 'EUR',
    leadId,
    dealId: null,
    campaignId: null,
    source: 'import',
    leadName: 'Lena Brandt',
    campaignName: null,
    dealTitle: null,
    createdAt: ago(1_500 * (at + 1)),
    updatedAt: ago(1_500 * (at + 1)),
    archivedAt: null,
    ...said,
  }));

const money = (cost: number, revenue: number, people: readonly [number, number, number], currency = 'EUR') => ({
  currency,
  cost,
  revenue,
  roi: cost === 0 ? null : Math.round(((revenue - cost) / cost) * 1e4) / 1e4,
  costPerLead: Math.round(cost / people[0]),
  costPerReply: people[1] === 0 ? null : Math.round(cost / people[1]),
  costPerConversion: people[2] === 0 ? null : Math.round(cost / people[2]),
});
const line = (
  [key, name]: readonly [string | null, string | null],
  [contacted, replied, converted, lost]: readonly [number, number, number, number],
  [cost, revenue]: readonly [number, number],
) => ({
  key,
  name,
  contacted,
  replied,
  converted,
  lost,
  money: [money(cost, revenue, [contacted, replied, converted])],
});

const overview = (by: string): ReturnOverview => {
  const items =
    by === 'source'
      ? [
          line(['import', 'import'], [1_840, 131, 14, 9], [214_950, 1_940_000]),
          line(['api', 'api'], [320, 22, 3, 1], [12_400, 129_000]),
          line([null, null], [12, 0, 0, 0], [28_800, 0]),
        ]
      : [
          line([spring.id, spring.name], [1_240, 96, 11, 6], [145_025, 1_489_000]),
          line([autumn.id, autumn.name], [860, 52, 6, 4], [60_025, 580_000]),
          line(['cmp_3', 'Follow-up after the fair'], [72, 5, 0, 0], [22_300, 0]),
          line([null, null], [0, 0, 0, 0], [28_800, 0]),
        ].map((item) => (item.contacted > 0 ? item : { ...item, money: [{ ...item.money[0]!, costPerLead: null }] }));
  const people = [2_104, 148, 17, 10] as const;
  return {
    items,
    further: 0,
    total: {
      contacted: people[0],
      replied: people[1],
      converted: people[2],
      lost: people[3],
      money: [money(256_150, 2_069_000, [2_104, 148, 17]), money(85_000, 0, [2_104, 148, 17], 'USD')],
    },
    months: [3, 2, 1, 0].map((before) => ({
      month: month(before),
      currency: 'EUR',
      cost: 41_000 + ((before * 7) % 5) * 14_500,
      revenue: 310_000 + ((before * 11) % 4) * 240_000,
    })),
  };
};

interface ListAsked {
  filter?: { leadId?: string };
}

/** What is asked of costs, conversions and what came of them. */
export function returnAnswers(empty = false): Record<string, (input: never) => unknown> {
  const all = <T>(items: readonly T[]) => ({ items: empty ? [] : structuredClone(items), nextCursor: null });
  const moved = ({ ids }: { ids: string[] }) => ({ count: ids.length });
  const known = sampleConversions('lea_000000');
  return {
    'costs.list': () => all(sampleCosts),
    'costs.count': () => ({ count: empty ? 0 : sampleCosts.length }),
    'costs.get': ({ id }: { id: string }) => sampleCosts.find((one) => one.id === id) ?? sampleCosts[0],
    'costs.create': (values: object) => ({ ...sampleCosts[0]!, ...values }),
    'costs.update': (values: object) => ({ ...sampleCosts[0]!, ...values }),
    'costs.archive': moved,
    'costs.restore': moved,
    'conversions.list': ({ filter }: ListAsked) => all(sampleConversions(filter?.leadId ?? 'lea_000000')),
    'conversions.create': (values: object) => ({ ...known[0]!, ...values }),
    'conversions.update': (values: object) => ({ ...known[0]!, ...values }),
    'conversions.archive': moved,
    'conversions.restore': moved,
    'returnReports.overview': ({ by = 'campaign' }: { by?: string }) =>
      empty
        ? { items: [], further: 0, total: { contacted: 0, replied: 0, converted: 0, lost: 0, money: [] }, months: [] }
        : overview(by),
  };
}
