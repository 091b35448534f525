import type {
  Campaign,
  CampaignSummary,
  Conversation,
  Lead,
  Mailbox,
  Message,
  Metric,
  Template,
  WorkspaceEvent,
} from '@tabard/contract';
import type { OutreachClient } from '../src/core/client.ts';

/** What a test can bend: how many things there are, what fails, who may do what. */
export interface SampleOptions {
  leads?: number;
  empty?: boolean;
  fail?: Error & { status?: number; code?: string };
  slow?: boolean;
  permissions?: readonly string[];
  brandColor?: string;
}
export interface Sample {
  client: OutreachClient;
  calls: { name: string; input: unknown }[];
  emit: (event: WorkspaceEvent) => void;
  conversations: Conversation[];
}

const ALL =
  'workspace.read lead.read lead.write lead.import template.read template.write mailbox.read mailbox.manage campaign.read campaign.write campaign.launch inbox.read inbox.reply analytics.read'.split(
    ' ',
  );
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
const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const lead = (index: number): Lead => {
  const [first, last] = [pick(FIRST, index), pick(LAST, index * 7 + Math.floor(index / 15))];
  const firm = pick(FIRMS, index * 3);
  const [city, country] = pick(PLACES, index) as [string, string];
  return {
    id: `lea_${String(index).padStart(6, '0')}`,
    firstName: first,
    lastName: last,
    company: firm,
    city,
    country,
    email: `${first}.${last}@${firm.split(' ')[0]}.example`
      .normalize('NFD')
      .replace(/[^\w.@]/g, '')
      .toLowerCase(),
    title: pick(['Head of operations', 'Managing director', 'Purchasing lead', 'Fleet planner'], index),
    phone: null,
    website: null,
    timeZone: null,
    tags: index % 4 === 0 ? ['Rotterdam'] : [],
    custom: index % 5 === 0 ? { fleet_size: '38' } : {},
    status: pick(STATUSES, index),
    source: 'import',
    createdAt: ago(index * 47 + 12),
    updatedAt: ago(index),
    archivedAt: null,
  };
};

const counts = (sent: number) => ({
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
  pending: 120,
});
const campaignRows: CampaignSummary[] = (
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
}));
const campaign = (id: string): Campaign => {
  const {
    stepCount: _stepCount,
    trend: _trend,
    ...row
  } = campaignRows.find((one) => one.id === id) ?? (campaignRows[0] as CampaignSummary);
  return {
    ...row,
    steps: [
      {
        id: 'stp_0',
        position: 0,
        delay: { amount: 0, unit: 'minutes' },
        subject: 'A question about {{ company }}’s Rotterdam lanes',
        body: '<p>Hi {{ first_name }},</p><p>I saw that {{ company }} opened a second depot in Venlo. We cut empty return legs on Rotterdam–Venlo by a third for two brokers your size.</p><p>Worth fifteen minutes this week?</p>',
      },
      {
        id: 'stp_1',
        position: 1,
        delay: { amount: 3, unit: 'days' },
        subject: '',
        body: '<p>Hi {{ first_name }}, two routes like yours, in case they help to decide.</p>',
      },
      {
        id: 'stp_2',
        position: 2,
        delay: { amount: 5, unit: 'days' },
        subject: '',
        body: '<p>Shall I close the file?</p>',
      },
    ],
    schedule: { timeZone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5], from: '09:00', until: '16:30' },
    audience: { filter: { status: ['new'] }, leadIds: [] },
    blockers: [],
  };
};
const mailboxes: Mailbox[] = [
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
  minGap: 0,
  sentToday: Number(sent),
  smtp: { host: 'smtp.harbor.example', port: 465, security: 'tls', user: 'mara' },
  imap: { host: 'imap.harbor.example', port: 993, security: 'tls', user: 'mara' },
  signature: '',
  lastReceivedAt: ago(14),
  createdAt: ago(9000),
  archivedAt: null,
}));
const templates: Template[] = ['First touch, freight', 'Second touch, proof', 'Closing the file'].map(
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

const WORDS: [string, Conversation['intent'], Conversation['lastClass']][] = [
  [
    'Hi Mara, good timing. Thursday at 10 works. Could you send the Rotterdam figures before, so I can bring our planner?',
    'interested',
    'human',
  ],
  ['We signed with another broker in September, so not this year.', 'not_now', 'human'],
  ['I am away until 2 December. For urgent matters please write to the desk.', null, 'out_of_office'],
  ['Bonjour, merci pour votre message. Pouvez-vous me dire quels trajets vous couvrez ?', 'question', 'human'],
  ['Please talk to my colleague Erik, he owns logistics now.', 'referral', 'human'],
  ['Could we meet at the fair in Hamburg next week?', 'meeting', 'human'],
  ['Thanks, but no.', 'not_interested', 'human'],
];
function conversation(index: number): Conversation {
  const [text, intent, lastClass] = pick(WORDS, index);
  const who = lead(index);
  const name = `${who.firstName} ${who.lastName}`;
  const message = (id: string, change: Partial<Message>): Message => ({
    id,
    direction: 'in',
    state: 'received',
    class: 'human',
    from: { name, address: who.email },
    to: [],
    subject: 'Re: Your Rotterdam lanes',
    text,
    quoted: '',
    html: null,
    blockedImages: 0,
    attachments: [],
    problem: null,
    sentAt: ago(index * 90 + 2),
    ...change,
  });
  const first =
    'Hi, I saw that you opened a second depot in Venlo. We cut empty return legs on Rotterdam–Venlo by a third for two brokers your size. Worth fifteen minutes this week?';
  return {
    id: `cnv_${index}`,
    subject: 'Re: Your Rotterdam lanes',
    lead: { id: who.id, name, email: who.email, company: who.company },
    counterpart: { name, address: who.email },
    mailbox: { id: 'mbx_0', address: 'mara@harbor.example' },
    campaign: { id: 'cmp_0', name: 'Freight brokers, Q4' },
    preview: text,
    intent,
    lastClass,
    unread: index < 2,
    state: 'open',
    messageCount: 2,
    lastMessageAt: ago(index * 90 + 2),
    messages: [
      message(`msg_${index}_0`, {
        direction: 'out',
        state: 'sent',
        from: { name: 'Mara Lindholm', address: 'mara@harbor.example' },
        text: first,
        sentAt: ago(index * 90 + 1500),
      }),
      message(
        `msg_${index}_1`,
        index === 0
          ? {
              html: `<p>${text}</p><p>Best<br>Lena <img src="https://track.example/p.gif" onerror="alert(1)"><script>alert(1)</script></p>`,
              blockedImages: 1,
              attachments: [{ name: 'lanes.pdf', type: 'application/pdf', size: 84_000 }],
            }
          : {},
      ),
    ],
  };
}

/** A workspace in memory behind the interface that elements use; nothing of it ships. */
export function createSample(options: SampleOptions = {}): Sample {
  const total = options.empty ? 0 : (options.leads ?? 240);
  const conversations = options.empty ? [] : Array.from({ length: 24 }, (_, index) => conversation(index));
  const calls: Sample['calls'] = [];
  const readers = new Set<(event: WorkspaceEvent) => void>();
  const page = <T>(items: readonly T[], input: { cursor?: string; limit?: number }) => {
    const from = Number(input.cursor ?? 0);
    const until = from + (input.limit ?? 25);
    return { items: items.slice(from, until), nextCursor: until < items.length ? String(until) : null };
  };
  const some = <T>(items: readonly T[]): readonly T[] => (options.empty ? [] : items);
  const byMetric = (sent: number): Record<Metric, number> => {
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
  const daySent = (day: number): number =>
    options.empty ? 0 : Math.round(900 + day * 24 + 260 * Math.sin(day * 0.9) + (day % 7 > 4 ? -600 : 0));
  const dayOf = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  let imported = 0;
  const leadImport = () => ({
    id: 'imp_0',
    fileName: 'brokers.csv',
    state: imported >= 1 ? ('completed' as const) : ('running' as const),
    duplicates: 'skip' as const,
    progress: Math.min(1, imported),
    rows: {
      read: Math.round(2400 * imported),
      created: Math.round(2360 * imported),
      updated: 0,
      skipped: 28,
      rejected: 12,
    },
    rejected: [
      { line: 17, reason: 'This is not an email address.', value: 'anna(at)nordhamn' },
      { line: 240, reason: 'The email address is empty.', value: '' },
    ],
    error: null,
    createdAt: ago(1),
    finishedAt: null,
  });
  const find = (id: string): Conversation =>
    conversations.find((one) => one.id === id) ?? (conversations[0] as Conversation);
  const answers: Record<string, (input: never) => unknown> = {
    'sessions.current': () => ({
      kind: 'embed_session',
      user: { id: 'usr_1', email: null, name: 'Mara' },
      organization: { id: 'org_1', name: 'Northlight' },
      permissions: options.permissions ?? ALL,
      widgets: null,
      memberships: [],
      workspace: {
        id: 'wsp_1',
        name: 'Harbor & Co',
        timeZone: 'Europe/Amsterdam',
        locale: 'en',
        brand: {
          displayName: 'Harbor & Co',
          color: options.brandColor ?? '#2b5fd9',
          logoUrl: null,
          fontFamily: null,
          mode: 'light',
          postalAddress: '',
          supportEmail: null,
          privacyUrl: null,
        },
      },
    }),
    'leads.list': ({
      filter,
      ...input
    }: {
      filter?: { search?: string; status?: string[] };
      cursor?: string;
      limit?: number;
    }) => {
      const from = Number(input.cursor ?? 0);
      const words = filter?.search?.toLowerCase();
      if (!words && !filter?.status) {
        const until = Math.min(total, from + (input.limit ?? 25));
        return {
          items: Array.from({ length: until - from }, (_, at) => lead(from + at)),
          nextCursor: until < total ? String(until) : null,
        };
      }
      const all = Array.from({ length: Math.min(total, 500) }, (_, at) => lead(at));
      return page(
        all.filter(
          (one) =>
            (!words || JSON.stringify(one).toLowerCase().includes(words)) &&
            (!filter?.status || filter.status.includes(one.status)),
        ),
        input,
      );
    },
    'leads.count': () => ({ count: total }),
    'leads.get': ({ id }: { id: string }) => ({ ...lead(0), id }),
    'leads.create': (values: object) => ({ ...lead(0), ...values }),
    'leads.update': (values: object) => ({ ...lead(0), ...values }),
    'leads.archive': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
    'leads.restore': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
    'leadImports.inspect': () => ({
      uploadId: 'upl_0',
      fileName: 'brokers.csv',
      size: 180_000,
      encoding: 'utf-8',
      delimiter: ';',
      estimatedRows: 2400,
      columns: [
        { name: 'E-Mail', samples: ['lena@brandt.example', 'tomas@puerto.example'], suggestion: 'email' },
        { name: 'Vorname', samples: ['Lena', 'Tomás'], suggestion: 'first_name' },
        { name: 'Nachname', samples: ['Brandt', 'Ortega'], suggestion: 'last_name' },
        { name: 'Firma', samples: ['Brandt Spedition', 'Puerto Sur'], suggestion: 'company' },
        { name: 'Flotte', samples: ['38', '112'], suggestion: null },
      ],
    }),
    'leadImports.start': () => leadImport(),
    'leadImports.get': () => {
      imported += 0.5;
      return leadImport();
    },
    'templates.list': (input: object) => page(some(templates), input),
    'templates.create': () => templates[0],
    'templates.update': () => templates[0],
    'templates.preview': ({ subject, body }: { subject: string; body: string }) => {
      const fill = (text: string): string =>
        text.replace(/\{\{\s*first_name\s*\}\}/g, 'Lena').replace(/\{\{\s*company\s*\}\}/g, 'Brandt Spedition');
      return {
        subject: fill(subject),
        html: fill(body),
        text: '',
        lead: { id: 'lea_0', email: 'lena@brandt.example', name: 'Lena Brandt' },
        missing: [],
      };
    },
    'templates.fields': () => ({
      fields: [
        { name: 'first_name', label: 'First name', example: 'Lena' },
        { name: 'company', label: 'Company', example: 'Brandt Spedition' },
      ],
    }),
    'mailboxes.list': (input: object) => page(some(mailboxes), input),
    'mailboxes.check': () => ({
      smtp: { ok: true, code: null, message: 'Signed in.' },
      imap: { ok: true, code: null, message: 'Signed in.' },
    }),
    'mailboxes.create': () => mailboxes[0],
    'mailboxes.update': () => mailboxes[0],
    'campaigns.list': ({ state, search, ...input }: { state?: string[]; search?: string }) =>
      page(
        some(
          campaignRows.filter(
            (one) =>
              (!state || state.includes(one.state)) &&
              (!search || one.name.toLowerCase().includes(search.toLowerCase())),
          ),
        ),
        input,
      ),
    'campaigns.get': ({ id }: { id: string }) => campaign(id),
    'campaigns.create': (values: object) => ({ ...campaign('cmp_4'), ...values, id: 'cmp_4', counts: counts(0) }),
    'campaigns.update': ({ id }: { id: string }) => campaign(id),
    'campaigns.launch': ({ id }: { id: string }) => ({ ...campaign(id), state: 'running', launchedAt: ago(0) }),
    'campaigns.pause': ({ id }: { id: string }) => ({ ...campaign(id), state: 'paused' }),
    'campaigns.whyNotNow': () => ({
      reasons: [
        { reason: 'mailbox_cap', message: 'Daily cap of 3 mailboxes', count: 418, until: ago(-600) },
        { reason: 'outside_window', message: 'Outside the sending window', count: 236, until: ago(-300) },
        { reason: 'waiting_delay', message: 'Waiting for the next step', count: 64, until: null },
      ],
    }),
    'conversations.list': ({ unread, state, ...input }: { unread?: boolean; state?: string }) =>
      page(
        conversations.filter(
          (one) => (unread === undefined || one.unread === unread) && one.state === (state ?? 'open'),
        ),
        input,
      ),
    'conversations.get': ({ id }: { id: string }) => structuredClone(find(id)),
    'conversations.counts': () => ({
      open: conversations.length,
      unread: conversations.filter((one) => one.unread).length,
      archived: 3,
    }),
    'conversations.mark': ({ id, unread }: { id: string; unread: boolean }) => Object.assign(find(id), { unread }),
    'conversations.archive': ({ id }: { id: string }) => Object.assign(find(id), { state: 'archived' }),
    'conversations.restore': ({ id }: { id: string }) => Object.assign(find(id), { state: 'open' }),
    'conversations.reply': ({ id, text }: { id: string; text: string }) => {
      const thread = find(id);
      const sent = {
        ...(thread.messages[0] as Message),
        id: `msg_new_${thread.messages.length}`,
        text,
        sentAt: ago(0),
      };
      thread.messages.push(sent);
      return sent;
    },
    'analytics.overview': () => ({
      from: dayOf(29),
      until: dayOf(0),
      figures: Object.fromEntries(
        Object.entries(byMetric(options.empty ? 0 : 48_210)).map(([metric, count], index) => [
          metric,
          {
            count,
            previous: Math.round(count * 0.9),
            rate: options.empty ? null : count / 48_210,
            previousRate: options.empty ? null : (count / 48_210) * (0.93 + (index % 3) * 0.06),
            trend: Array.from({ length: 14 }, (_, day) => Math.max(0, Math.round((daySent(day) * count) / 48_210))),
          },
        ]),
      ),
    }),
    'analytics.series': () => ({
      from: dayOf(29),
      until: dayOf(0),
      days: Array.from({ length: 30 }, (_, day) => ({ day: dayOf(29 - day), counts: byMetric(daySent(day)) })),
    }),
    'analytics.campaigns': () => ({
      campaigns: some(
        campaignRows
          .filter((one) => one.counts.sent > 0)
          .map((one) => ({ id: one.id, name: one.name, state: one.state, counts: byMetric(one.counts.sent) })),
      ),
    }),
    'analytics.steps': () => ({
      steps: [0, 1, 2].map((position) => ({
        stepId: `stp_${position}`,
        position,
        counts: counts(1284 - position * 410),
      })),
    }),
  };
  const call = async (name: string, input: unknown): Promise<unknown> => {
    calls.push({ name, input });
    if (options.slow && name !== 'sessions.current') return new Promise(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (options.fail && name !== 'sessions.current') throw options.fail;
    const answer = answers[name];
    if (!answer) throw Object.assign(new Error(`${name} is not part of the sample.`), { status: 404 });
    return answer((input ?? {}) as never);
  };
  async function* stream(_input: object, { signal }: { signal: AbortSignal }): AsyncGenerator<WorkspaceEvent> {
    const queue: WorkspaceEvent[] = [];
    let wake = (): void => undefined;
    const reader = (event: WorkspaceEvent): void => {
      queue.push(event);
      wake();
    };
    readers.add(reader);
    signal.addEventListener('abort', () => wake());
    while (!signal.aborted) {
      const event = queue.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    readers.delete(reader);
  }
  const special: Record<string, unknown> = {
    events: { stream },
    uploads: { create: async () => ({ id: 'upl_0', size: 1 }) },
  };
  const client = new Proxy({} as OutreachClient, {
    get: (_, area: string) =>
      special[area] ??
      new Proxy({}, { get: (_area, verb: string) => (input: unknown) => call(`${area}.${verb}`, input) }),
  });
  return { client, calls, conversations, emit: (event) => readers.forEach((reader) => reader(event)) };
}
