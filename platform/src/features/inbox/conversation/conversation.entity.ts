import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** A thread with one person through one mailbox. */
export const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('conversation'),
  properties: {
    ...tenantKey(),
    mailboxId: p.uuid(),
    leadId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    counterpartAddress: p.string().length(254),
    counterpartName: p.string().length(200).default(''),
    subject: p.text(),
    /** The subject without marks of answering, in lower case: equal for mails of one thread. */
    threadSubject: p.string().length(200).default(''),
    preview: p.text().default(''),
    /** The last incoming message's intent and class. */
    intent: p.string().length(16).nullable(),
    lastClass: p.string().length(16),
    unread: p.boolean().default(true),
    /** open, archived, aside: what was read and concerns nobody here, kept for a while where it can be looked up */
    state: p.string().length(16).default('open'),
    /** wants_out, unreadable: what a person has to decide; the lead's enrollments are paused until then. */
    question: p.string().length(16).nullable(),
    /** Whether a person ever wrote in it. */
    human: p.boolean().default(false),
    messageCount: p.integer().default(0),
    /** What a search looks at besides the lead, folded by the database. */
    searchText: p
      .text()
      .nullable()
      .generated(
        `(fold_text("subject" || ' ' || "counterpart_name" || ' ' || "counterpart_address" || ' ' || "preview")) stored`,
      ),
    lastMessageAt: moment(),
    createdAt: moment().defaultRaw('now()'),
  },
  indexes: [
    { name: 'conversation_list', properties: ['workspaceId', 'state', 'lastMessageAt', 'id'] },
    { name: 'conversation_thread', properties: ['workspaceId', 'counterpartAddress', 'mailboxId'] },
    {
      name: 'conversation_unread',
      expression: `create index "conversation_unread" on "conversation" ("workspace_id", "state", "last_message_at", "id") where unread`,
    },
    {
      name: 'conversation_aside',
      expression: `create index "conversation_aside" on "conversation" ("workspace_id", "mailbox_id", "created_at") where state = 'aside'`,
    },
    { properties: ['workspaceId', 'leadId'] },
    {
      // Few ask; a campaign that takes in thousands of leads looks here for those that wait.
      name: 'conversation_asking',
      expression: `create index "conversation_asking" on "conversation" ("workspace_id", "lead_id") where question is not null`,
    },
  ],
});

/** One mail of a conversation. The raw mail stays in the blob store. */
export const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('message'),
  properties: {
    ...tenantKey(),
    conversationId: p.uuid(),
    mailboxId: p.uuid(),
    /** in, out */
    direction: p.string().length(3),
    /** received, sending, sent, failed, unknown */
    state: p.string().length(16),
    class: p.string().length(16),
    messageId: p.string().length(255),
    /** What a received mail says, as a hash: senders use a Message-ID again. Empty for our own. */
    contentHash: p.string().length(64).default(''),
    inReplyTo: p.string().length(255).nullable(),
    references: p.array().columnType('text[]').defaultRaw("'{}'"),
    fromName: p.string().length(200).default(''),
    fromAddress: p.string().length(254),
    recipients: p.json<{ name: string; address: string }[]>(),
    replyTo: p.json<{ name: string; address: string }[]>().defaultRaw("'[]'::jsonb"),
    subject: p.text(),
    text: p.text(),
    quoted: p.text().default(''),
    html: p.text().nullable(),
    /** How a mail of ours ends, as HTML: who sends it, and the way out. */
    footer: p.text().nullable(),
    blockedImages: p.integer().default(0),
    attachments: p.json<{ name: string; type: string; size: number }[]>().defaultRaw("'[]'::jsonb"),
    deliveryId: p.uuid().nullable(),
    problem: p.text().nullable(),
    /** SHA-256 of the mail as it came, which the blob store knows it by; null where it was not kept. */
    sourceHash: p.string().length(64).nullable(),
    /** Whether only the beginning of it was fetched. */
    sourceCut: p.boolean().default(false),
    sentAt: moment(),
  },
  // The same mail ingested twice is one message; another one under the same id is not the same.
  uniques: [{ properties: ['workspaceId', 'mailboxId', 'messageId', 'contentHash'] }],
  indexes: [{ properties: ['workspaceId', 'conversationId', 'sentAt'] }],
});

/** A mail that is being read and how often that was begun: counted before each try, gone when the mail is filed. */
export const MailAttemptSchema = defineEntity({
  name: 'MailAttempt',
  tableName: 'mail_attempt',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('mail_attempt'),
  properties: {
    workspaceId: p.uuid().primary(),
    mailboxId: p.uuid().primary(),
    folder: p.string().length(255).primary(),
    uidValidity: p.string().length(32).primary(),
    uid: p.bigint('number').primary(),
    fetches: p.integer().default(0),
    reads: p.integer().default(0),
    begunAt: moment().defaultRaw('now()'),
  },
});
