import { toPublicId, type ConversationSummary, type Message, type Uuid } from '@tabard/contract';

export interface ConversationRow {
  id: Uuid;
  subject: string;
  counterpart_name: string;
  counterpart_address: string;
  preview: string;
  intent: ConversationSummary['intent'];
  last_class: ConversationSummary['lastClass'];
  unread: boolean;
  state: ConversationSummary['state'];
  question: ConversationSummary['question'];
  message_count: number;
  last_message_at: Date;
  lead_id: Uuid | null;
  lead_email: string | null;
  lead_name: string | null;
  lead_company: string | null;
  mailbox_id: Uuid;
  mailbox_address: string;
  campaign_id: Uuid | null;
  campaign_name: string | null;
}

/** The columns of a `ConversationRow` out of `conversationTables`. */
export const conversationColumns = `c.id, c.subject, c.counterpart_name, c.counterpart_address, c.preview, c.intent, c.last_class, c.unread,
  c.state, c.question, c.message_count, c.last_message_at, l.id as lead_id, l.email as lead_email,
  concat_ws(' ', l.first_name, l.last_name) as lead_name, l.company as lead_company, c.mailbox_id,
  coalesce(m.address, '') as mailbox_address, k.id as campaign_id, k.name as campaign_name`;

/** A conversation with its lead, mailbox and campaign, each of which may be gone. */
export const conversationTables = `conversation c
  left join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
  left join mailbox m on m.workspace_id = c.workspace_id and m.id = c.mailbox_id
  left join campaign k on k.workspace_id = c.workspace_id and k.id = c.campaign_id`;

export function shapeConversation(row: ConversationRow): ConversationSummary {
  return {
    id: toPublicId('conversation', row.id),
    subject: row.subject,
    lead:
      row.lead_id === null
        ? null
        : {
            id: toPublicId('lead', row.lead_id),
            name: row.lead_name || row.counterpart_name,
            email: row.lead_email ?? row.counterpart_address,
            company: row.lead_company,
          },
    counterpart: { name: row.counterpart_name, address: row.counterpart_address },
    mailbox: { id: toPublicId('mailbox', row.mailbox_id), address: row.mailbox_address },
    campaign:
      row.campaign_id === null ? null : { id: toPublicId('campaign', row.campaign_id), name: row.campaign_name ?? '' },
    preview: row.preview,
    intent: row.intent,
    lastClass: row.last_class,
    unread: row.unread,
    state: row.state,
    question: row.question,
    messageCount: row.message_count,
    lastMessageAt: row.last_message_at.toISOString(),
  };
}

export interface MessageRow {
  id: Uuid;
  direction: Message['direction'];
  state: Message['state'];
  class: Message['class'];
  from_name: string;
  from_address: string;
  recipients: Message['to'];
  reply_to: Message['replyTo'];
  subject: string;
  text: string;
  quoted: string;
  html: string | null;
  footer: string | null;
  blocked_images: number;
  attachments: Message['attachments'];
  problem: string | null;
  source: Message['source'];
  sent_at: Date;
}

/** The columns of a `MessageRow`; how an answer fares is read off its delivery. */
export const messageColumns = `m.id, m.direction, m.class, m.from_name, m.from_address, m.recipients, m.reply_to, m.subject, m.text, m.quoted, m.html, m.footer,
  m.blocked_images, m.attachments,
  case when m.source_hash is null then 'none' when m.source_cut then 'beginning' else 'whole' end as source, coalesce(d.sent_at, m.sent_at) as sent_at,
  case d.state when 'accepted' then 'sent' when 'unknown' then 'unknown' when 'planned' then 'sending' when 'submitting' then 'sending'
    when 'rejected' then 'failed' when 'suppressed' then 'failed' when 'cancelled' then 'failed' else m.state end as state,
  case when d.state in ('rejected', 'suppressed', 'cancelled', 'unknown') then d.reply else m.problem end as problem`;

/** Messages with the deliveries that carry our own. */
export const messageTables = `message m
  left join delivery d on m.direction = 'out' and d.workspace_id = m.workspace_id and d.id = m.delivery_id`;

export function shapeMessage(row: MessageRow): Message {
  return {
    id: toPublicId('message', row.id),
    direction: row.direction,
    state: row.state,
    class: row.class,
    from: { name: row.from_name, address: row.from_address },
    to: row.recipients,
    replyTo: row.reply_to,
    subject: row.subject,
    text: row.text,
    quoted: row.quoted,
    html: row.html,
    footer: row.footer,
    blockedImages: row.blocked_images,
    attachments: row.attachments,
    problem: row.problem,
    source: row.source,
    sentAt: row.sent_at.toISOString(),
  };
}
