import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput, skipInput } from '../page.ts';

export const messageClasses = [
  'human',
  'auto_reply',
  'out_of_office',
  'bounce',
  'delayed',
  'complaint',
  'unsubscribe',
  'other',
  /** It could not be read: only its headers are known, and its source can be downloaded. */
  'unreadable',
] as const;
/** What a person is asked about a conversation: whether its person wants no more mail, or what a mail says that could not be read. */
export const conversationQuestions = ['wants_out', 'unreadable'] as const;
/** `aside` is what was read and concerns nobody here: newsletters, reports about mails that were never ours. It is kept for a while. */
export const conversationStates = ['open', 'archived', 'aside'] as const;
export const replyIntents = [
  'interested',
  'not_interested',
  'not_now',
  'question',
  'referral',
  'meeting',
  'unsubscribe',
  'wrong_person',
  'unknown',
] as const;

const correspondent = z.object({ name: z.string(), address: z.string() });

export const messageOutput = z.object({
  id: idOutput('message'),
  direction: z.enum(['in', 'out']),
  /** `sending` until the server took it, `failed` with a reason. Incoming mail is `received`. */
  state: z.enum(['received', 'sending', 'sent', 'failed', 'unknown']),
  class: z.enum(messageClasses),
  from: correspondent,
  to: z.array(correspondent),
  /** Where its author asks for answers, when that is elsewhere. */
  replyTo: z.array(correspondent),
  subject: z.string(),
  /** The new words, without the quoted history. */
  text: z.string(),
  quoted: z.string(),
  /** Sanitised, remote images blocked; show it only in a sandboxed frame. */
  html: z.string().nullable(),
  blockedImages: z.int(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
  problem: z.string().nullable(),
  /** Whether the mail as it came is kept, and was read whole or, where it was too large, in its beginning. See `source`. */
  source: z.enum(['whole', 'beginning', 'none']),
  sentAt: z.iso.datetime(),
});
export const conversationSummary = z.object({
  id: idOutput('conversation'),
  subject: z.string(),
  lead: z
    .object({ id: idOutput('lead'), name: z.string(), email: z.string(), company: z.string().nullable() })
    .nullable(),
  /** Who the thread is with, when there is no lead. */
  counterpart: correspondent,
  mailbox: z.object({ id: idOutput('mailbox'), address: z.string() }),
  campaign: z.object({ id: idOutput('campaign'), name: z.string() }).nullable(),
  preview: z.string(),
  intent: z.enum(replyIntents).nullable(),
  lastClass: z.enum(messageClasses),
  unread: z.boolean(),
  state: z.enum(conversationStates),
  /** What a person has to decide before this lead gets further mails of campaigns; `null` when nothing is open. */
  question: z.enum(conversationQuestions).nullable(),
  messageCount: z.int(),
  lastMessageAt: z.iso.datetime(),
});
export const conversationOutput = conversationSummary.extend({
  messages: z.array(messageOutput),
  /** The addresses an answer may go to: the counterpart, if its address is known, and then others, which must be chosen. */
  recipients: z.array(correspondent),
});

export const conversationListInput = z.strictObject({
  ...pageInput,
  ...skipInput,
  state: z.enum(conversationStates).default('open'),
  unread: z.boolean().optional(),
  /** Only threads in which a person wrote; bounces and automatic mail left out. */
  humanOnly: z.boolean().optional(),
  intent: z.enum(replyIntents).optional(),
  search: z.string().trim().max(200).optional(),
  campaignId: idInput('campaign').optional(),
  leadId: idInput('lead').optional(),
});
export const conversationGetInput = z.strictObject({ id: idInput('conversation') });
export const conversationMarkInput = z.strictObject({ id: idInput('conversation'), unread: z.boolean() });
export const conversationArchiveInput = z.strictObject({ id: idInput('conversation') });
export const conversationReplyInput = z.strictObject({
  id: idInput('conversation'),
  text: z.string().trim().min(1).max(100_000),
  /** One of the conversation's `recipients`; its counterpart when left out. */
  to: z.string().trim().max(254).optional(),
});
/**
 * The answer to a conversation's question: `unsubscribe` stops all mail to its person, `end` ends the campaigns they are in as a
 * reply does, `resume` lets them go on.
 */
export const conversationDecideInput = z.strictObject({
  id: idInput('conversation'),
  decision: z.enum(['unsubscribe', 'end', 'resume']),
});
/** A part of a received mail as it came; ask again with `next` as `offset` until that is null. */
export const messageSourceInput = z.strictObject({
  id: idInput('message'),
  offset: z.int().min(0).max(1_000_000_000).default(0),
});
export const messageSourceOutput = z.object({
  /** Bytes of all parts together. */
  size: z.int(),
  /** This part, in Base64. */
  content: z.string(),
  next: z.int().nullable(),
});
/** `unread` and `people`, those in which a person wrote, are among the open ones. */
export const conversationCountsOutput = z.object({
  open: z.int(),
  unread: z.int(),
  people: z.int(),
  archived: z.int(),
  aside: z.int(),
});

export type Conversation = z.infer<typeof conversationOutput>;
export type ConversationSummary = z.infer<typeof conversationSummary>;
export type Message = z.infer<typeof messageOutput>;
