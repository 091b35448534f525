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

const correspondent = z.object({
  /** The name they go by; empty where none is known. */
  name: z.string(),
  /** Mail address. */
  address: z.string(),
});

export const messageOutput = z.object({
  id: idOutput('message'),
  /** `in` was received, `out` was sent from here. */
  direction: z.enum(['in', 'out']),
  /** How it fares: `sending` until the server took it, `failed` with a reason. Incoming mail is `received`. */
  state: z.enum(['received', 'sending', 'sent', 'failed', 'unknown']),
  /** What kind of mail it is, as far as its headers and words tell. */
  class: z.enum(messageClasses),
  /** Who sent it. */
  from: correspondent,
  /** Whom it is addressed to. */
  to: z.array(correspondent),
  /** Where its author asks for answers, when that is elsewhere. */
  replyTo: z.array(correspondent),
  /** Subject line, decoded. */
  subject: z.string(),
  /** The new words, without the quoted history. */
  text: z.string(),
  /** The quoted history below the new words; empty where there is none. */
  quoted: z.string(),
  /**
   * The mail as HTML, `null` where it has none. Sanitised; show it only in a sandboxed frame. Remote images
   * of received mail load nothing: their addresses stand in `data-src`. A mail that was sent is without what tracks its reader, so
   * that looking at it counts nothing.
   */
  html: z.string().nullable(),
  /** How a mail that was sent ends, as HTML: who sent it and the way out, which takes nobody out here. `null` where it has no such end. */
  footer: z.string().nullable(),
  /** How many remote images wait for the reader: in `html` as `data-src`, or, of a mail that was sent, as they were. */
  blockedImages: z.int(),
  /** Files that came with it; what is in them is in the mail as it came (`source`). */
  attachments: z.array(
    z.object({
      /** File name. */
      name: z.string(),
      /** Media type, such as `application/pdf`. */
      type: z.string(),
      /** Bytes. */
      size: z.int(),
    }),
  ),
  /** Why it was not sent, in words for people; `null` where nothing went wrong. */
  problem: z.string().nullable(),
  /** Whether the mail as it came is kept, and was read whole or, where it was too large, in its beginning. See `source`. */
  source: z.enum(['whole', 'beginning', 'none']),
  /** Moment it was received or sent; of one that is still to be sent, moment it was written. ISO 8601 in UTC. */
  sentAt: z.iso.datetime(),
});
export const conversationSummary = z.object({
  id: idOutput('conversation'),
  /** Subject line of its first mail. */
  subject: z.string(),
  /** The lead it is with; `null` where the person is none. */
  lead: z
    .object({
      id: idOutput('lead'),
      /** Given and family name, or the name the person writes under. */
      name: z.string(),
      /** Address the lead is reached at. */
      email: z.string(),
      /** The company they work for; `null` where it is not known. */
      company: z.string().nullable(),
    })
    .nullable(),
  /** Who the thread is with, when there is no lead. */
  counterpart: correspondent,
  /** The mailbox it came to. */
  mailbox: z.object({
    id: idOutput('mailbox'),
    /** Its address. */
    address: z.string(),
  }),
  /** The campaign whose mail it answers; `null` where it answers none. */
  campaign: z
    .object({
      id: idOutput('campaign'),
      /** What the campaign is called. */
      name: z.string(),
    })
    .nullable(),
  /** Beginning of its newest mail in one line, up to 200 characters. */
  preview: z.string(),
  /** What the person seems to want; `null` where no person wrote. */
  intent: z.enum(replyIntents).nullable(),
  /** What kind of mail came last. */
  lastClass: z.enum(messageClasses),
  /** Whether something came that nobody here has read. */
  unread: z.boolean(),
  /** `open`, `archived`, or `aside`: read, and concerning nobody here. */
  state: z.enum(conversationStates),
  /** What a person has to decide before this lead gets further mails of campaigns; `null` when nothing is open. */
  question: z.enum(conversationQuestions).nullable(),
  /** How many mails it has. */
  messageCount: z.int(),
  /** Moment of its newest mail, ISO 8601 in UTC; lists are ordered by it. */
  lastMessageAt: z.iso.datetime(),
});
export const conversationOutput = conversationSummary.extend({
  /** Its mails, oldest first; of a long thread the newest 200. */
  messages: z.array(messageOutput),
  /** The addresses an answer may go to: the counterpart, if its address is known, and then others, which must be chosen. */
  recipients: z.array(correspondent),
});

export const conversationListInput = z.strictObject({
  ...pageInput,
  ...skipInput,
  /** Only those in this state. */
  state: z.enum(conversationStates).default('open'),
  /** Only those with (`true`) or without (`false`) something that nobody has read. */
  unread: z.boolean().optional(),
  /** Only threads in which a person wrote; bounces and automatic mail left out. */
  humanOnly: z.boolean().optional(),
  /** Only those whose person seems to want this. */
  intent: z.enum(replyIntents).optional(),
  /** Words, each of which must be in the conversation or its lead; case and accents do not matter. */
  search: z.string().trim().max(200).optional(),
  /** Only those that answer mails of this campaign. */
  campaignId: idInput('campaign').optional(),
  /** Only those with this lead. */
  leadId: idInput('lead').optional(),
});
export const conversationGetInput = z.strictObject({ id: idInput('conversation') });
export const conversationMarkInput = z.strictObject({
  id: idInput('conversation'),
  /** `true` marks it as unread, `false` as read. */
  unread: z.boolean(),
});
export const conversationArchiveInput = z.strictObject({ id: idInput('conversation') });
export const conversationReplyInput = z.strictObject({
  id: idInput('conversation'),
  /** The answer as plain text; signature and history are added. */
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
  /** `unsubscribe` stops all mail to its person, `end` ends their campaigns as a reply does, `resume` lets them go on. */
  decision: z.enum(['unsubscribe', 'end', 'resume']),
});
/** A part of a received mail as it came; ask again with `next` as `offset` until that is null. */
export const messageSourceInput = z.strictObject({
  id: idInput('message'),
  /** Bytes to begin after: 0, then the `next` of the part before. */
  offset: z.int().min(0).max(1_000_000_000).default(0),
});
export const messageSourceOutput = z.object({
  /** Bytes of all parts together. */
  size: z.int(),
  /** This part, in Base64. */
  content: z.string(),
  /** Give it as `offset` to get the next part; `null` on the last one. */
  next: z.int().nullable(),
});
export const conversationCountsOutput = z.object({
  /** Conversations that are open. */
  open: z.int(),
  /** Open ones with something that nobody has read. */
  unread: z.int(),
  /** Open ones in which a person wrote. */
  people: z.int(),
  /** Archived ones. */
  archived: z.int(),
  /** Those set aside: read, and concerning nobody here. */
  aside: z.int(),
});

export type Conversation = z.infer<typeof conversationOutput>;
export type ConversationSummary = z.infer<typeof conversationSummary>;
export type Message = z.infer<typeof messageOutput>;
