import type {
  Conversation,
  EmbedConfiguration,
  LeadFilter,
  Mailbox,
  MailboxUse,
  Message,
  WorkspaceEvent,
} from '@tabard/contract';
import type { OutreachClient } from '../src/core/client.ts';
import { ago, byMetric, campaignRows, counts, lead, mailboxes, templates } from './sample-records.ts';
import { administrationAnswers } from './sample-administration.ts';
import { inspection } from './sample-imports.ts';
import { crmAnswers } from './sample-crm.ts';
import { campaignAnswers } from './sample-campaigns.ts';
import { companies, companyAnswers } from './sample-companies.ts';
import { conversation } from './sample-conversations.ts';
import { enrollmentAnswers } from './sample-enrollments.ts';
import { currentSession } from './sample-session.ts';
import { quietLead } from './sample-lead-page.ts';
import { answerFile } from './sample-files.ts';
import { happened, type TimelineAsked } from './sample-timeline.ts';
import { listLeads, listRecords, noItems, page, type LeadsAsked, type RecordsAsked } from './sample-pages.ts';
/** What a test can bend: how many things there are, what fails, who may do what. */
export interface SampleOptions {
  leads?: number;
  conversations?: number;
  empty?: boolean;
  mailboxState?: Mailbox['state'];
  /** Running campaigns that send from whatever is archived. */
  mailboxUses?: MailboxUse[];
  /** Ids of what lies in the archive. */
  archived?: readonly string[];
  fail?: Error & { status?: number; code?: string };
  slow?: boolean;
  /** How long an answer takes; 1 when left out. */
  delayMs?: number;
  /** Leads that campaigns have yet to enroll. */
  enrolling?: number;
  permissions?: readonly string[];
  brandColor?: string;
  /** Whether the platform is older than the colours in its answer. */
  noPalette?: boolean;
  configuration?: EmbedConfiguration;
  /** Whether whoever looks at it signs in at the platform itself. */
  hasAccount?: boolean;
  /** Answers of further procedures, by name. */
  answers?: Readonly<Record<string, (input: never) => unknown>>;
}
export interface Sample {
  client: OutreachClient;
  calls: { name: string; input: unknown }[];
  emit: (event: WorkspaceEvent) => void;
  conversations: Conversation[];
}
/** A workspace in memory behind the interface that elements use. */
export function createSample(options: SampleOptions = {}): Sample {
  const total = options.empty ? 0 : (options.leads ?? 240);
  const conversations = options.empty
    ? []
    : Array.from({ length: options.conversations ?? 24 }, (_, index) => conversation(index));
  const calls: Sample['calls'] = [];
  const readers = new Set<(event: WorkspaceEvent) => void>();
  const some = <T>(items: readonly T[]): readonly T[] => (options.empty ? [] : items);
  const daySent = (day: number): number =>
    options.empty ? 0 : Math.round(900 + day * 24 + 260 * Math.sin(day * 0.9) + (day % 7 > 4 ? -600 : 0));
  const dayOf = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const leadsOf = ({ search, status, tag, archived }: LeadFilter) =>
    Array.from({ length: archived ? 0 : Math.min(total, 500) }, (_, at) => lead(at)).filter(
      (one) =>
        (!search || JSON.stringify(one).toLowerCase().includes(search.toLowerCase())) &&
        (!status || status.includes(one.status)) &&
        (!tag || one.tags.includes(tag)),
    );
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
      {
        line: 17,
        reason: 'The email is not a valid address.',
        value: 'anna(at)nordhamn',
        code: 'not_email',
        field: 'email',
        limit: null,
      },
      { line: 240, reason: 'The email is missing.', value: '', code: 'required', field: 'email', limit: null },
    ],
    error: null,
    failure: null,
    createdAt: ago(1),
    finishedAt: null,
  });
  const find = (id: string): Conversation =>
    conversations.find((one) => one.id === id) ?? (conversations[0] as Conversation);
  const put = new Set(options.archived);
  const archive = ({ ids }: { ids: string[] }) => ({ count: ids.filter((id) => put.add(id)).length });
  const restore = ({ ids }: { ids: string[] }) => ({ count: ids.filter((id) => put.delete(id)).length });
  const boxes = () => mailboxes.map((box) => ({ ...box, state: options.mailboxState ?? box.state }));
  const answers: Record<string, (input: never) => unknown> = {
    'sessions.current': () => currentSession(options),
    'leads.list': ({ filter, ...input }: LeadsAsked) => listLeads(total, filter, input),
    'leads.count': ({ filter }: { filter?: LeadFilter }) => ({
      count: filter?.status || filter?.tag || filter?.archived ? leadsOf(filter).length : total,
    }),
    'leads.get': ({ id }: { id: string }) => ({ ...lead(0), id }),
    ...quietLead,
    'leads.create': (values: object) => ({ ...lead(0), ...values }),
    'leads.update': (values: object) => ({ ...lead(0), ...values }),
    ...crmAnswers({ empty: options.empty, total, put, archive, restore }),
    'leadImports.inspect': () => inspection,
    'leadImports.start': () => leadImport(),
    'leadImports.get': () => leadImport(),
    'templates.list': (input: RecordsAsked) => listRecords(some(templates), put, input),
    'templates.create': () => templates[0],
    'templates.update': () => templates[0],
    'templates.get': () => templates[0],
    'templates.archive': archive,
    'templates.restore': restore,
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
    'mailboxes.list': (input: RecordsAsked) => listRecords(some(boxes()), put, input),
    'mailboxes.get': ({ id }: { id: string }) => boxes().find((box) => box.id === id),
    'mailboxes.archive': archive,
    'mailboxes.uses': () => ({ campaigns: options.mailboxUses ?? [] }),
    'mailboxes.restore': restore,
    'mailboxes.check': () => ({
      smtp: { ok: true, code: null, message: 'Signed in.' },
      imap: { ok: true, code: null, message: 'Signed in.' },
    }),
    'mailboxes.create': () => mailboxes[0],
    'mailboxes.update': () => mailboxes[0],
    'companies.list': (input: RecordsAsked) => listRecords(some(companies), put, input),
    'companies.archive': archive,
    'companies.restore': restore,
    ...companyAnswers(options.empty),
    ...campaignAnswers(options),
    ...enrollmentAnswers(options.empty),
    ...administrationAnswers(options.empty),
    'conversations.list': ({ unread, state, ...input }: { unread?: boolean; state?: string }) =>
      page(
        conversations.filter(
          (one) => (unread === undefined || one.unread === unread) && one.state === (state ?? 'open'),
        ),
        input,
      ),
    'conversations.get': ({ id }: { id: string }) => structuredClone(find(id)),
    'timeline.list': ({ subject, ...input }: TimelineAsked) => page(some(happened(subject.noun)), input),
    'conversations.counts': () => ({
      open: conversations.length,
      unread: conversations.filter((one) => one.unread).length,
      people: conversations.length,
      archived: 3,
      aside: 0,
    }),
    'conversations.mark': ({ id, unread }: { id: string; unread: boolean }) => Object.assign(find(id), { unread }),
    'conversations.archive': ({ id }: { id: string }) => Object.assign(find(id), { state: 'archived' }),
    'conversations.reopen': ({ id }: { id: string }) => Object.assign(find(id), { state: 'open' }),
    'conversations.decide': ({ id }: { id: string }) => {
      const at = conversations.indexOf(find(id));
      return (conversations[at] = { ...find(id), question: null });
    },
    'conversations.source': () => ({ size: 2, content: 'SGk=', next: null }),
    'conversations.reply': ({ id, text, to }: { id: string; text: string; to?: string }) => {
      const thread = find(id);
      const sent = {
        ...(thread.messages[0] as Message),
        id: `msg_new_${thread.messages.length}`,
        text,
        html: null,
        footer: null,
        to: thread.recipients.filter(({ address }, index) => (to ? address === to : index === 0)),
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
      steps: [1, 2, 3].map((position) => ({
        stepId: `stp_${position - 1}`,
        position,
        counts: counts(1284 - (position - 1) * 410),
      })),
    }),
  };
  const call = async (name: string, input: unknown): Promise<unknown> => {
    calls.push({ name, input });
    if (options.slow && name !== 'sessions.current') return new Promise(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, options.delayMs ?? 1));
    if (options.fail && name !== 'sessions.current') throw options.fail;
    const answer = (options.empty && options.answers?.[name] ? noItems : options.answers?.[name]) ?? answers[name];
    if (!answer) throw Object.assign(new Error(`${name} is not part of the sample.`), { status: 404 });
    return answer((input ?? {}) as never);
  };
  /** Told before anybody listened: on a busy machine a page opens its stream late. */
  const early: WorkspaceEvent[] = [];
  async function* stream(_input: object, { signal }: { signal: AbortSignal }): AsyncGenerator<WorkspaceEvent> {
    const queue = early.splice(0);
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
    fetch: async (path: string, sent?: { body?: Blob }) => {
      calls.push({ name: 'fetch', input: path });
      if (path.startsWith('/files/')) return answerFile(path, sent?.body, options.answers);
      return { url: `https://api.northlight.example${path}`, blob: async () => new Blob(['at,actor_kind\r\n']) };
    },
  };
  const client = new Proxy({} as OutreachClient, {
    get: (_, area: string) =>
      special[area] ??
      new Proxy({}, { get: (_area, verb: string) => (input: unknown) => call(`${area}.${verb}`, input) }),
  });
  const emit: Sample['emit'] = (event) => {
    if (!readers.size) early.push(event);
    if (event.type === 'lead_import.progressed') imported = Math.min(1, imported + 0.5);
    for (const reader of readers) reader(event);
  };
  return { client, calls, conversations, emit };
}
