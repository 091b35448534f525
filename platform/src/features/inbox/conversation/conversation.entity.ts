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
    /** open, archived */
    state: p.string().length(16).default('open'),
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
    { properties: ['workspaceId', 'leadId'] },
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
    inReplyTo: p.string().length(255).nullable(),
    references: p.array().columnType('text[]').defaultRaw("'{}'"),
    fromName: p.string().length(200).default(''),
    fromAddress: p.string().length(254),
    recipients: p.json<{ name: string; address: string }[]>(),
    subject: p.text(),
    text: p.text(),
    quoted: p.text().default(''),
    html: p.text().nullable(),
    blockedImages: p.integer().default(0),
    attachments: p.json<{ name: string; type: string; size: number }[]>().defaultRaw("'[]'::jsonb"),
    deliveryId: p.uuid().nullable(),
    problem: p.text().nullable(),
    sentAt: moment(),
  },
  // The same mail ingested twice is one message.
  uniques: [{ properties: ['workspaceId', 'mailboxId', 'messageId'] }],
  indexes: [{ properties: ['workspaceId', 'conversationId', 'sentAt'] }],
});
