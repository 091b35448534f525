import type { Deal, DealTotals } from '@tabard/contract/crm/deal';
import type { DealReason } from '@tabard/contract/crm/deal-reason';
import type { Pipeline, PipelineStage } from '@tabard/contract/crm/pipeline';
import type { DealForecast } from '@tabard/contract/insight/deal-report';
import { ago } from './sample-records.ts';
import { teamNames } from './sample-teams.ts';

const day = (by: number): string => new Date(Date.now() + by * 86_400_000).toISOString().slice(0, 10);
const month = (by: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + by, 1)).toISOString().slice(0, 7);
};
const stage = (id: string, name: string, more: Partial<PipelineStage> = {}): PipelineStage => ({
  id,
  name,
  kind: 'open',
  probability: 50,
  rottingDays: 14,
  requiredFields: [],
  ...more,
});

export const stages: readonly PipelineStage[] = [
  stage('pst_0', 'New', { probability: 10 }),
  stage('pst_1', 'Qualified', { probability: 25 }),
  stage('pst_2', 'Proposal', { requiredFields: ['value'] }),
  stage('pst_3', 'Negotiation', { probability: 75 }),
  stage('pst_4', 'Won', { kind: 'won', probability: 100, rottingDays: null }),
  stage('pst_5', 'Lost', { kind: 'lost', probability: 0, rottingDays: null }),
];
export const pipelines: readonly Pipeline[] = ['New business', 'Renewals'].map((name, at) => ({
  id: `ppl_${at}`,
  name,
  currency: 'EUR',
  stages: stages.map((one) => (at === 0 ? one : { ...one, id: `${one.id}b` })),
  createdAt: ago(9000),
  updatedAt: ago(60),
  archivedAt: null,
}));

const subjects = [
  'Rotterdam to Valencia, weekly',
  'Cold chain pilot',
  'Customs desk for the Baltics',
  'Return legs 2027',
  'Warehouse in Venlo',
  'Container tracking',
  'Spot rates for autumn',
  'شحن إلى دبي',
];
const parties = [
  'Brandt Spedition',
  'Puerto Sur',
  'Kapoor Freight',
  'Transalpes',
  'Øresund Cargo',
  'شركة الخليج للشحن',
];
const people = ['Lena Brandt', 'Álvaro Ruiz', 'Priya Kapoor', 'Chloé Martin'];

/** A deal of the sample, by its number. */
export function deal(at: number, more: Partial<Deal> = {}): Deal {
  const of = stages[at % 13 > 9 ? 4 + (at % 2) : at % 4]!;
  const name = people[at % people.length]!;
  const isOpen = of.kind === 'open';
  return {
    id: `dea_${at}`,
    title: `${subjects[at % subjects.length] ?? ''}${at < subjects.length ? '' : ` ${Math.floor(at / subjects.length) + 1}`}`,
    pipelineId: 'ppl_0',
    stageId: of.id,
    stageName: of.name,
    status: of.kind,
    value: 18e4 + ((at * 7919) % 97) * 52500,
    currency: at % 9 === 5 ? 'USD' : 'EUR',
    probability: at % 7 === 3 ? 60 : null,
    expectedCloseOn: at % 6 === 4 ? null : day(((at * 13) % 120) - 12),
    forecast: (['pipeline', 'best_case', 'commit', 'pipeline'] as const)[at % 4]!,
    ownerId: at % 5 === 4 ? null : `mem_${1 + (at % 2)}`,
    ownerName: at % 5 === 4 ? null : ['Mara Lindqvist', 'Jonas Petersen'][at % 2]!,
    companyId: `com_${at % parties.length}`,
    companyName: parties[at % parties.length]!,
    source: ['Fair', 'Referral', null][at % 3]!,
    campaignId: at % 4 === 0 ? 'cmp_0' : null,
    lines:
      at === 0
        ? [
            {
              name: 'Weekly lane',
              quantity: 52e3,
              unitPrice: 84e3,
              discount: 750,
            },
            {
              name: 'Customs papers',
              quantity: 12e3,
              unitPrice: 9500,
              discount: 0,
            },
          ]
        : [],
    reasonId: isOpen ? null : 'drs_0',
    reasonName: isOpen ? null : of.kind === 'won' ? 'Best service' : 'Price',
    reasonNote: null,
    closedAt: isOpen ? null : ago(400 + at * 300),
    stageSince: ago(at % 8 === 6 ? 4e4 : 300 + at * 90),
    rank: String(at).padStart(6, '0'),
    revision: 1,
    leadIds: [`lea_${String(at % 4).padStart(6, '0')}`],
    contacts: [
      {
        leadId: `lea_${String(at % 4).padStart(6, '0')}`,
        name,
        email: `p${at}@client.example`,
        isPrimary: true,
      },
    ],
    odds: of.probability,
    createdAt: ago(2e3 + at * 60),
    updatedAt: ago(at * 60),
    archivedAt: null,
    ...more,
  };
}

const reasons: readonly DealReason[] = (
  [
    ['Best service', 'won'],
    ['Price', 'lost'],
    ['No budget this year', 'lost'],
    ['Went silent', 'lost'],
  ] as const
).map(([name, outcome], at) => ({
  id: `drs_${at}`,
  name,
  outcome,
  createdAt: ago(900),
  updatedAt: ago(900),
  archivedAt: null,
}));

const forecast = (): DealForecast['items'] =>
  Array.from({ length: 12 }, (_, at) => {
    const by = at % 6;
    const pipeline = 6_400_000 + ((at * 31) % 7) * 1_150_000;
    return {
      month: month(by),
      ownerId: `mem_${1 + Math.floor(at / 6)}`,
      ownerName: ['Mara Lindqvist', 'Jonas Petersen'][Math.floor(at / 6)]!,
      currency: 'EUR',
      count: 9 - by,
      pipeline,
      weighted: Math.round(pipeline * 0.42),
      commit: Math.round(pipeline * (0.4 - by * 0.05)),
      bestCase: Math.round(pipeline * (0.65 - by * 0.05)),
      won: by === 0 ? 3 : 0,
      closed: by === 0 ? 2_950_000 + at * 100_000 : 0,
    };
  });

interface ListAsked {
  filter?: { stageId?: string; search?: string; outcome?: string[] };
  cursor?: string;
  limit?: number;
}

/** What is asked of deals: `count` of them. */
export function dealAnswers(empty = false, count = 46): Record<string, (input: never) => unknown> {
  const all = empty ? [] : Array.from({ length: count }, (_, at) => deal(at));
  const find = (id: string): Deal => all.find((one) => one.id === id) ?? deal(0);
  const page = <T>(items: readonly T[], { cursor = '0', limit = 25 }: ListAsked) => ({
    items: structuredClone(items.slice(Number(cursor), Number(cursor) + limit)),
    nextCursor: Number(cursor) + limit < items.length ? String(Number(cursor) + limit) : null,
  });
  const totals = (): DealTotals => ({
    items: stages.flatMap(({ id }) => {
      const mine = all.filter(({ stageId }) => stageId === id);
      const sums = ['EUR', 'USD'].flatMap((currency) => {
        const some = mine.filter((one) => one.currency === currency);
        const value = some.reduce((sum, one) => sum + one.value, 0);
        return some.length > 0 ? [{ currency, count: some.length, value, weighted: Math.round(value / 2) }] : [];
      });
      return mine.length > 0 ? [{ stageId: id, count: mine.length, sums }] : [];
    }),
  });
  const put = (one: Deal, stageId: string, more: Partial<Deal> = {}): Deal => {
    const of = stages.find(({ id }) => id === stageId)!;
    return Object.assign(one, { stageId, stageName: of.name, status: of.kind, stageSince: ago(0), ...more });
  };
  return {
    'pipelines.list': (input: ListAsked) => page(empty ? [] : pipelines, input),
    'pipelines.start': () => ({ items: pipelines }),
    'pipelines.get': () => pipelines[0],
    'pipelines.update': (values: object) => ({ ...pipelines[0]!, ...values }),
    'pipelines.create': (values: object) => ({ ...pipelines[0]!, ...values }),
    'pipelines.archive': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
    'pipelines.restore': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
    'dealReasons.list': ({ filter, ...input }: ListAsked) =>
      page(empty ? [] : reasons.filter(({ outcome }) => filter?.outcome?.includes(outcome) ?? true), input),
    'deals.list': ({ filter, ...input }: ListAsked) =>
      page(
        all.filter(
          (one) =>
            (!filter?.stageId || one.stageId === filter.stageId) &&
            (!filter?.search || one.title.toLowerCase().includes(filter.search.toLowerCase())),
        ),
        input,
      ),
    'deals.totals': totals,
    'deals.get': ({ id }: { id: string }) => find(id),
    'deals.create': (values: Partial<Deal>) => deal(0, values),
    'deals.update': ({ id, ...values }: Partial<Deal>) => ({ ...find(id ?? ''), ...values }),
    'deals.move': ({ id, stageId, afterId }: { id: string; stageId: string; afterId?: string }) => {
      const one = put(find(id), stageId);
      all.splice(all.indexOf(one), 1);
      const first = all.findIndex((other) => other.stageId === stageId);
      all.splice(afterId ? all.indexOf(find(afterId)) + 1 : Math.max(0, first), 0, one);
      return structuredClone(one);
    },
    'deals.close': ({ id, outcome }: { id: string; outcome: 'won' | 'lost' }) =>
      put(find(id), outcome === 'won' ? 'pst_4' : 'pst_5', { closedAt: ago(0) }),
    'deals.reopen': ({ id }: { id: string }) => put(find(id), 'pst_2', { closedAt: null }),
    'deals.archive': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
    'deals.restore': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
    'deals.owners': () => ({
      items: [
        { id: 'mem_2', name: 'Jonas Petersen' },
        { id: 'mem_1', name: 'Mara Lindqvist' },
      ],
      teams: teamNames,
    }),
    'deals.history': () => ({
      items: [
        {
          at: ago(900),
          from: 'Qualified',
          to: 'Proposal',
          seconds: 777600,
          by: 'Mara Lindqvist',
        },
        {
          at: ago(14e3),
          from: 'New',
          to: 'Qualified',
          seconds: 172800,
          by: null,
        },
        {
          at: ago(17e3),
          from: null,
          to: 'New',
          seconds: null,
          by: 'Jonas Petersen',
        },
      ].map((move) => ({ ...move, value: 4_200_000, currency: 'EUR' })),
    }),
    'dealReports.forecast': () => ({ items: empty ? [] : forecast() }),
    'dealReports.outcomes': () => ({
      items: empty
        ? []
        : [
            { key: 'drs_1', name: 'Price', won: 0, lost: 9, wonValue: 0, lostValue: 8_400_000 },
            { key: 'drs_0', name: 'Best service', won: 7, lost: 0, wonValue: 11_250_000, lostValue: 0 },
            { key: null, name: null, won: 4, lost: 2, wonValue: 3_100_000, lostValue: 900_000 },
          ].map((one) => ({ ...one, currency: 'EUR' })),
    }),
    'dealReports.stages': () => ({
      items: empty
        ? []
        : stages.slice(0, 4).map(({ id: stageId, name }, at) => ({
            stageId,
            name,
            left: 40 - at * 8,
            forward: 26 - at * 5,
            lost: 9 - at,
            back: 5 - at,
            medianSeconds: 172800 + at * 3e5,
          })),
    }),
  };
}
