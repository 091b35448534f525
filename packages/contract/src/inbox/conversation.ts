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
] as const;
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

export const messageOutput = z.object({
  id: idOutput('message'),
  direction: z.enum(['in', 'out']),
  /** `sending` until the server took it, `failed` with a reason. Incoming mail is `received`. */
  state: z.enum(['received', 'sending', 'sent', 'failed', 'unknown']),
  class: z.enum(messageClasses),
  from: z.object({ name: z.string(), address: z.string() }),
  to: z.array(z.object({ name: z.string(), address: z.string() })),
  subject: z.string(),
  /** The new words, without the quoted history. */
  text: z.string(),
  quoted: z.string(),
  /** Sanitised, remote images blocked; show it only in a sandboxed frame. */
  html: z.string().nullable(),
  blockedImages: z.int(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
  problem: z.string().nullable(),
  sentAt: z.iso.datetime(),
});
export const conversationSummary = z.object({
  id: idOutput('conversation'),
  subject: z.string(),
  lead: z
    .object({ id: idOutput('lead'), name: z.string(), email: z.string(), company: z.string().nullable() })
    .nullable(),
  /** Who the thread is with, when there is no lead. */
  counterpart: z.object({ name: z.string(), address: z.string() }),
  mailbox: z.object({ id: idOutput('mailbox'), address: z.string() }),
  campaign: z.object({ id: idOutput('campaign'), name: z.string() }).nullable(),
  preview: z.string(),
  intent: z.enum(replyIntents).nullable(),
  lastClass: z.enum(messageClasses),
  unread: z.boolean(),
  state: z.enum(['open', 'archived']),
  messageCount: z.int(),
  lastMessageAt: z.iso.datetime(),
});
export const conversationOutput = conversationSummary.extend({ messages: z.array(messageOutput) });

export const conversationListInput = z.strictObject({
  ...pageInput,
  ...skipInput,
  state: z.enum(['open', 'archived']).default('open'),
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
});
/** `unread` and `people`, those in which a person wrote, are among the open ones. */
export const conversationCountsOutput = z.object({
  open: z.int(),
  unread: z.int(),
  people: z.int(),
  archived: z.int(),
});

export type Conversation = z.infer<typeof conversationOutput>;
export type ConversationSummary = z.infer<typeof conversationSummary>;
export type Message = z.infer<typeof messageOutput>;
