import type {
  AnalyticsOverview,
  AnalyticsSeries,
  Campaign,
  CampaignCounts,
  CampaignState,
  CampaignSummary,
  Conversation,
  ConversationSummary,
  CurrentSession,
  Enrollment,
  Lead,
  LeadFilter,
  LeadImport,
  LeadImportInspection,
  Mailbox,
  Message,
  Metric,
  Page,
  Schedule,
  Step,
  Template,
  TemplatePreview,
  WorkspaceEvent,
} from '@tabard/contract';

type PageOptions = { cursor?: string; limit?: number };
/** A list that can be entered anywhere: `skip` items after the cursor are passed over. */
type PlaceOptions = PageOptions & { skip?: number };
type LeadValues = Partial<Omit<Lead, 'id' | 'status' | 'source' | 'createdAt' | 'updatedAt' | 'archivedAt'>>;
export type StepInput = Pick<Step, 'delay' | 'subject' | 'body'> & { id?: string };
export interface CampaignValues {
  name?: string;
  steps?: StepInput[];
  schedule?: Schedule;
  audience?: { filter?: LeadFilter; leadIds?: string[] };
  mailboxIds?: string[];
  stopOnReply?: boolean;
  trackOpens?: boolean;
  trackClicks?: boolean;
}
export interface MailServer {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user: string;
  password?: string;
}
interface MailboxValues {
  displayName?: string;
  smtp?: MailServer;
  imap?: MailServer | null;
  dailyCap?: number;
  minGap?: number;
  signature?: string;
  paused?: boolean;
}
export interface CheckVerdict {
  ok: boolean;
  code: string | null;
  message: string;
}
export interface StepCounts {
  stepId: string;
  position: number;
  counts: Omit<CampaignCounts, 'leads'>;
}
export interface WhyNotNow {
  reason: string;
  message: string;
  count: number;
  until: string | null;
}
export interface CampaignFigures {
  id: string;
  name: string;
  state: string;
  counts: Record<Metric, number>;
}
interface DayRange {
  from?: string;
  until?: string;
}

/**
 * The procedures that elements call: the part of the typed SDK client they depend on, so that a host or a test can give
 * them any other source of data of the same shape.
 */
export interface OutreachClient {
  sessions: { current(): Promise<CurrentSession> };
  leads: {
    list(
      input: PlaceOptions & {
        filter?: LeadFilter;
        sort?: 'created_at' | 'email' | 'company' | 'last_name';
        direction?: 'asc' | 'desc';
      },
    ): PromiseLike<Page<Lead>>;
    count(input: { filter?: LeadFilter }): Promise<{ count: number }>;
    get(input: { id: string }): Promise<Lead>;
    create(input: LeadValues & { email: string }): Promise<Lead>;
    update(input: LeadValues & { id: string }): Promise<Lead>;
    archive(input: { ids: string[] }): Promise<{ count: number }>;
    restore(input: { ids: string[] }): Promise<{ count: number }>;
  };
  leadImports: {
    inspect(input: { uploadId: string }): Promise<LeadImportInspection>;
    start(input: {
      uploadId: string;
      mapping: Record<string, string | null>;
      duplicates: LeadImport['duplicates'];
      tags?: string[];
      encoding?: LeadImportInspection['encoding'];
      delimiter?: LeadImportInspection['delimiter'];
    }): Promise<LeadImport>;
    get(input: { id: string }): Promise<LeadImport>;
    cancel(input: { id: string }): Promise<LeadImport>;
  };
  templates: {
    list(input: PageOptions & { search?: string }): PromiseLike<Page<Template>>;
    create(input: { name: string; subject: string; body: string }): Promise<Template>;
    update(input: { id: string; name?: string; subject?: string; body?: string }): Promise<Template>;
    archive(input: { id: string }): Promise<unknown>;
    preview(input: { subject: string; body: string; leadId?: string }): Promise<TemplatePreview>;
    fields(): Promise<{ fields: { name: string; label: string; example: string | null }[] }>;
  };
  mailboxes: {
    list(input: PageOptions): PromiseLike<Page<Mailbox>>;
    create(input: MailboxValues & { address: string; displayName: string; smtp: MailServer }): Promise<Mailbox>;
    update(input: MailboxValues & { id: string }): Promise<Mailbox>;
    archive(input: { id: string }): Promise<unknown>;
    check(input: { id: string }): Promise<{ smtp: CheckVerdict; imap: CheckVerdict | null }>;
  };
  campaigns: {
    list(input: PageOptions & { state?: CampaignState[]; search?: string }): PromiseLike<Page<CampaignSummary>>;
    get(input: { id: string }): Promise<Campaign>;
    create(input: CampaignValues & { name: string }): Promise<Campaign>;
    update(input: CampaignValues & { id: string }): Promise<Campaign>;
    launch(input: { id: string }): Promise<Campaign>;
    pause(input: { id: string }): Promise<Campaign>;
    resume(input: { id: string }): Promise<Campaign>;
    complete(input: { id: string }): Promise<Campaign>;
    archive(input: { id: string }): Promise<Campaign>;
    whyNotNow(input: { id: string }): Promise<{ reasons: WhyNotNow[] }>;
  };
  enrollments: {
    list(input: PageOptions & { campaignId: string; state?: Enrollment['state'] }): PromiseLike<Page<Enrollment>>;
  };
  conversations: {
    list(
      input: PlaceOptions & { state?: 'open' | 'archived'; unread?: boolean; humanOnly?: boolean; search?: string },
    ): PromiseLike<Page<ConversationSummary>>;
    get(input: { id: string }): Promise<Conversation>;
    counts(): Promise<{ open: number; unread: number; people: number; archived: number }>;
    mark(input: { id: string; unread: boolean }): Promise<unknown>;
    archive(input: { id: string }): Promise<unknown>;
    reopen(input: { id: string }): Promise<unknown>;
    reply(input: { id: string; text: string; to?: string }): Promise<Message>;
    decide(input: { id: string; decision: 'unsubscribe' | 'end' | 'resume' }): Promise<unknown>;
    source(input: { id: string; offset?: number }): Promise<{ size: number; content: string; next: number | null }>;
  };
  analytics: {
    overview(input: DayRange & { campaignId?: string }): Promise<AnalyticsOverview>;
    series(input: DayRange & { campaignId?: string }): Promise<AnalyticsSeries>;
    campaigns(input: DayRange): Promise<{ campaigns: CampaignFigures[] }>;
    steps(input: { campaignId: string }): Promise<{ steps: StepCounts[] }>;
  };
  events: {
    stream(
      input: { lastEventId?: string },
      options: { signal: AbortSignal; onOpen?: () => void },
    ): AsyncIterable<WorkspaceEvent>;
  };
  /** An answer of a plain address of the platform; failures are thrown. */
  fetch(path: string): Promise<Response>;
  uploads: { create(file: File, options?: { signal?: AbortSignal }): Promise<{ id: string; size: number }> };
}
