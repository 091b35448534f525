import type { Company, GroupMember } from '@tabard/contract/crm/company';
import { dealAnswers } from './sample-deals.ts';
import { returnAnswers } from './sample-returns.ts';
import { ago, lead } from './sample-records.ts';
import { teamNames } from './sample-teams.ts';

const known: readonly Partial<Company>[] = [
  {
    name: 'Brandt Spedition',
    domains: ['brandt.example', 'brandt-logistics.example'],
    industry: 'Freight',
    size: '51-200',
    city: 'Venlo',
    country: 'Netherlands',
    parentId: 'com_9',
    parentName: 'Meridian Holding',
    ownerId: 'mem_1',
    ownerName: 'Mara Lindqvist',
    phone: '+31 77 396 00 00',
    address: 'Havenweg 12',
    website: 'https://brandt.example',
    description: 'Return legs out of Rotterdam; asks for a quote every spring.',
    leadCount: 12,
    childCount: 2,
    lastActivityAt: ago(42),
  },
  {
    name: 'Puerto Sur',
    domains: ['puerto.example'],
    industry: 'Port services',
    city: 'Valencia',
    country: 'Spain',
    leadCount: 7,
    size: '201-500',
    lastActivityAt: ago(180),
  },
  {
    name: 'Kapoor Freight',
    domains: ['kapoor.example'],
    industry: 'Freight',
    city: 'London',
    country: 'United Kingdom',
    leadCount: 4,
    ownerId: 'mem_2',
    ownerName: 'Jonas Petersen',
  },
  {
    name: 'Transalpes',
    domains: ['transalpes.example'],
    city: 'Lyon',
    country: 'France',
    leadCount: 3,
    size: '11-50',
    lastActivityAt: ago(3000),
  },
  {
    name: 'Øresund Cargo',
    domains: ['oresund.example'],
    industry: 'Cold chain',
    city: 'Gothenburg',
    country: 'Sweden',
    leadCount: 1,
  },
  { name: 'شركة الخليج للشحن', domains: ['alkhaleej.example'], industry: 'Freight', city: 'دبي', leadCount: 0 },
];

/** Companies as the platform gives them. */
export const companies: readonly Company[] = known.map((some, at): Company => ({
  id: `com_${at}`,
  name: '',
  domains: [],
  website: null,
  industry: null,
  size: null,
  phone: null,
  address: null,
  city: null,
  region: null,
  country: null,
  timeZone: null,
  linkedinUrl: null,
  profiles: [],
  description: null,
  ownerId: null,
  parentId: null,
  source: 'match',
  enriched: {},
  lastActivityAt: null,
  mergedIntoId: null,
  ownerName: null,
  parentName: null,
  leadCount: 0,
  childCount: 0,
  createdAt: ago(9000 + at),
  updatedAt: ago(60 + at),
  archivedAt: null,
  ...some,
}));

const member = (id: string, name: string, parentId: string | null, leadCount: number): GroupMember => ({
  id,
  name,
  parentId,
  domain: `${name.split(' ')[0]?.toLowerCase() ?? ''}.example`,
  leadCount,
  archivedAt: null,
});

/** A group of three levels. */
export const group: readonly GroupMember[] = [
  member('com_9', 'Meridian Holding', null, 0),
  member('com_0', 'Brandt Spedition', 'com_9', 12),
  member('com_1', 'Puerto Sur', 'com_9', 7),
  member('com_10', 'Brandt Nord', 'com_0', 2),
  member('com_11', 'Brandt Süd', 'com_0', 3),
];

const twins = [
  {
    reason: 'domain' as const,
    value: 'brandt.example',
    companies: [
      { id: 'com_0', name: 'Brandt Spedition', domain: 'brandt.example', leadCount: 12 },
      { id: 'com_7', name: 'Brandt Spedition GmbH', domain: 'brandt.example', leadCount: 3 },
    ],
  },
];

/** What is asked of companies, and of the deals with them. */
export const companyAnswers = (empty = false): Record<string, (input: never) => unknown> => ({
  ...dealAnswers(empty),
  ...returnAnswers(empty),
  'companies.get': ({ id }: { id: string }) => companies.find((one) => one.id === id) ?? companies[0],
  'companies.create': (values: object) => ({ ...companies[0]!, ...values }),
  'companies.update': (values: object) => ({ ...companies[0]!, ...values }),
  'companies.owners': () => ({
    items: [
      { id: 'mem_2', name: 'Jonas Petersen' },
      { id: 'mem_1', name: 'Mara Lindqvist' },
    ],
    teams: teamNames,
  }),
  'companies.group': () => ({ items: group, isCut: false }),
  'companies.duplicates': () => ({ items: empty ? [] : twins }),
  'companies.merges': () => ({ items: [] }),
  'companies.merge': () => ({ id: 'cpm_0', company: companies[0], moved: 3, state: 'completed' }),
  'companies.undoMerge': () => companies[1],
  'companies.previewMerge': () => ({
    company: companies[0],
    other: {
      ...companies[0]!,
      id: 'com_7',
      name: 'Brandt Spedition GmbH',
      city: 'Hamburg',
      country: 'Germany',
      phone: null,
      size: '201-500',
      linkedinUrl: 'https://linkedin.example/brandt',
    },
    differing: ['name', 'size', 'phone', 'city', 'country', 'linkedinUrl'],
    leads: 3,
    children: 1,
    domains: ['brandt.example', 'brandt-logistics.example'],
  }),
  'companyMatches.list': () => ({ items: [] }),
  'companyMatches.start': () => match(0),
  'companyMatches.cancel': () => ({ ...match(0.4), state: 'cancelled', finishedAt: ago(0) }),
});

/** A match on its way. */
export const match = (progress: number) => ({
  id: 'cpt_0',
  creates: true,
  state: progress < 1 ? ('running' as const) : ('completed' as const),
  progress,
  seen: Math.round(2400 * progress),
  joined: Math.round(1860 * progress),
  made: Math.round(212 * progress),
  createdAt: ago(2),
  finishedAt: progress < 1 ? null : ago(1),
});

/** The leads of a company. */
export const people = [0, 10, 20].map((at) => ({ ...lead(at), companyId: 'com_0', company: 'Brandt Spedition' }));
