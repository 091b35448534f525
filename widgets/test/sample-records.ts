import { workPermissions } from '@tabard/contract/permissions';
import type { Campaign, CampaignSummary, Lead, Mailbox, Metric, Template } from '@tabard/contract';

/** What the sample's person may do: the daily work, without the list of those who are not contacted. */
export const ALL = workPermissions.filter((permission) => !permission.startsWith('suppression.'));
const FIRST = [
  'Lena',
  'Tomás',
  'Priya',
  'Jules',
  'Anna',
  'Mateo',
  'Ingrid',
  'Noor',
  'Emil',
  'Chiara',
  'Aiko',
  'Sofía',
  'Bram',
  'Leïla',
  'Oskar',
];
const LAST = [
  'Brandt',
  'Ortega',
  'Kapoor',
  'Dubois',
  'Nilsson',
  'Rossi',
  'Haugen',
  'de Vries',
  'Larsen',
  'Conti',
  'Tanaka',
  'Molina',
  'Peeters',
  'Haddad',
  'Lindqvist',
];
const FIRMS = [
  'Brandt Spedition',
  'Puerto Sur',
  'Kapoor Freight',
  'Transalpes',
  'Nordhamn Logistik',
  'Rossi Trasporti',
  'Fjordlinjen',
  'Maas & Zoon',
  'Øresund Cargo',
  'Conti Marine',
];
const PLACES = [
  ['Venlo', 'Netherlands'],
  ['Valencia', 'Spain'],
  ['London', 'United Kingdom'],
  ['Lyon', 'France'],
  ['Gothenburg', 'Sweden'],
  ['Genoa', 'Italy'],
  ['Bergen', 'Norway'],
];
const STATUSES = ['new', 'active', 'replied', 'active', 'new', 'bounced', 'unsubscribed'] as const;
const STAGES = [['Qualified'], [], ['Meeting'], ['Qualified'], [], ['Offer'], ['Meeting'], [], ['Won'], []] as const;
export const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
/** Samples that are made at different times on a page are alike. */
const BEGAN = Date.now();
export const ago = (minutes: number): string => new Date(BEGAN - minutes * 60_000).toISOString();

export const lead = (index: number): Lead => {
  const [first, last] = [pick(FIRST, index), pick(LAST, index * 7 + Math.floor(index / 15))];
  const firm = pick(FIRMS, index * 3);
  const [city, country] = pick(PLACES, index) as [string, string];
  return {
    id: `lea_${String(index).padStart(6, '0')}`,
    firstName: first,
    lastName: last,
    company: firm,
    companyId: null,
    city,
    country,
    email: `${first}.${last}@${firm.split(' ')[0] ?? ''}.example`
      .normalize('NFD')
      .replace(/[^\w.@]/g, '')
      .toLowerCase(),
    title: pick(['Head of operations', 'Managing director', 'Purchasing lead', 'Fleet planner'], index),
    phone: null,
    phoneNormal: null,
    emails: [],
    phones: [],
    department: null,
    seniority: null,
    address: null,
    postalCode: null,
    region: null,
    linkedinUrl: null,
    xUrl: null,
    profiles: [],
    language: null,
    ownerId: index % 3 === 0 ? 'mem_1' : null,
    ownerName: index % 3 === 0 ? 'Nora Lindqvist' : null,
    score: index % 4 === 3 ? null : (index * 37 + 18) % 101,
    lifecycle: null,
    lawfulBasis: null,
    lawfulBasisSource: null,
    lawfulBasisAt: null,
    mails: { sent: 0, opened: 0, clicked: 0, replied: 0, lastContactedAt: null, lastRepliedAt: null },
    mergedIntoId: null,
    website: null,
    timeZone: null,
    tags: [...(index % 4 === 0 ? ['Rotterdam'] : []), ...pick(STAGES, index)],
    lists: [],
    custom: index % 5 === 0 ? { fleet_size: '38', worth: String(1200 + ((index * 730) % 9000)) } : {},
    status: pick(STATUSES, index),
    source: 'import',
    importId: null,
    createdAt: ago(index * 47 + 12),
    updatedAt: ago(index),
    archivedAt: null,
  };
};

export const counts = (sent: number) => ({
  leads: Math.round(sent * 0.6),
  sent,
  opened: Math.round(sent * 0.412),
  machineOpened: Math.round(sent * 0.12),
  clicked: Math.round(sent * 0.061),
  replied: Math.round(sent * 0.068),
  bounced: Math.round(sent * 0.013),
  unsubscribed: Math.round(sent * 0.004),
  complained: 0,
  failed: 0,
  unknown: 0,
});
export const campaignRows: CampaignSummary[] = (
  [
    ['Freight brokers, Q4', 'running', 3120],
    ['Cold chain importers', 'running', 9204],
    ['Port agents, follow-up', 'paused', 7871],
    ['Spanish growers', 'completed', 5112],
    ['Trade fair contacts', 'draft', 0],
  ] as const
).map(([name, state, sent], index) => ({
  id: `cmp_${index}`,
  name,
  state,
  counts: counts(sent),
  enrolling: 0,
  mailboxIds: ['mbx_0'],
  stopOnReply: true,
  trackOpens: true,
  trackClicks: true,
  stepCount: 3 - (index % 2),
  trend: sent
    ? Array.from({ length: 14 }, (_, day) => Math.round(80 + 60 * Math.sin(day / 2 + index) + day * 8))
    : Array.from({ length: 14 }, () => 0),
  createdAt: ago(40_000),
  updatedAt: ago(50),
  launchedAt: sent ? ago(30_000) : null,
  completedAt: null,
  archivedAt: null,
}));
export const campaign = (id: string): Campaign => {
  const {
    stepCount: _stepCount,
    trend: _trend,
    ...row
  } = campaignRows.find((one) => one.id === id) ?? campaignRows[0]!;
  return {
    ...row,
    counts: { ...row.counts, pending: 120 },
    steps: [
      {
        id: 'stp_0',
        position: 1,
        delay: { amount: 0, unit: 'minutes' },
        subject: 'A question about {{ company }}’s Rotterdam lanes',
        body: '<p>Hi {{ first_name }},</p><p>I saw that {{ company }} opened a second depot in Venlo. We cut empty return legs on Rotterdam–Venlo by a third for two brokers your size.</p><p>Worth fifteen minutes this week?</p>',
      },
      {
        id: 'stp_1',
        position: 2,
        delay: { amount: 3, unit: 'days' },
        subject: '',
        body: '<p>Hi {{ first_name }}, two routes like yours, in case they help to decide.</p>',
      },
      {
        id: 'stp_2',
        position: 3,
        delay: { amount: 5, unit: 'days' },
        subject: '',
        body: '<p>Shall I close the file?</p>',
      },
    ],
    schedule: { timeZone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5], from: '09:00', until: '16:30' },
    audience: { filter: { status: ['new'] }, where: null, leadIds: [] },
    blockers: [],
  };
};
const plain = { minGap: 0, signature: '', ehloName: null, archivedAt: null };
export const mailboxes: Mailbox[] = [
  ['mara', 'active', 39, 50],
  ['joel', 'active', 12, 30],
  ['sales', 'failing', 0, 40],
].map(([name, state, sent, cap]) => ({
  id: `mbx_${name === 'mara' ? 0 : String(name)}`,
  address: `${String(name)}@harbor.example`,
  displayName: `${String(name)} at Harbor`,
  state: state as Mailbox['state'],
  problem: state === 'failing' ? 'The mail server refused the password since this morning. Enter it again.' : null,
  dailyCap: Number(cap),
  sentToday: Number(sent),
  smtp: { host: 'smtp.harbor.example', port: 465, security: 'tls', user: 'mara' },
  imap: { host: 'imap.harbor.example', port: 993, security: 'tls', user: 'mara' },
  lastReceivedAt: ago(14),
  createdAt: ago(9000),
  updatedAt: ago(14),
  ...plain,
}));
export const templates: Template[] = ['First touch, freight', 'Second touch, proof', 'Closing the file'].map(
  (name, index) => ({
    id: `tpl_${index}`,
    name,
    subject: 'A question about {{ company }}',
    body: '<p>Hi {{ first_name }},</p><p>Worth fifteen minutes?</p>',
    fields: ['first_name'],
    createdAt: ago(9000),
    updatedAt: ago(2000 * index + 60),
    archivedAt: null,
  }),
);

export const byMetric = (sent: number): Record<Metric, number> => {
  const { machineOpened, ...rest } = counts(sent);
  return {
    sent,
    opened: rest.opened,
    machine_opened: machineOpened,
    clicked: rest.clicked,
    replied: rest.replied,
    bounced: rest.bounced,
    unsubscribed: rest.unsubscribed,
    complained: 0,
  };
};
