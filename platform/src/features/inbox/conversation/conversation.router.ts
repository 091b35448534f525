import {
  conversationArchiveInput,
  conversationCountsOutput,
  conversationDecideInput,
  conversationGetInput,
  conversationListInput,
  conversationMarkInput,
  conversationOutput,
  conversationReplyInput,
  conversationSummary,
  messageOutput,
  messageSourceInput,
  messageSourceOutput,
  pageOf,
} from '@tabard/contract';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { archiveConversation, markConversation, reopenConversation } from './change-conversation.ts';
import { countConversations } from './count-conversations.ts';
import { decideConversation } from './decide-conversation.ts';
import { getConversation } from './get-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { readSource } from './read-source.ts';
import { replyConversation } from './reply-conversation.ts';

const read = { permission: 'inbox.read' } as const;
const write = { permission: 'inbox.reply', output: conversationSummary } as const;

export const conversationRouter = router({
  /** Lists conversations, the one with the newest mail first. */
  list: workspaceQuery({
    ...read,
    input: conversationListInput,
    output: pageOf(conversationSummary),
    handler: listConversations,
  }),
  /** Gets a conversation with its messages, oldest first. */
  get: workspaceQuery({ ...read, input: conversationGetInput, output: conversationOutput, handler: getConversation }),
  /** Counts open, unread and archived conversations. */
  counts: workspaceQuery({
    ...read,
    input: z.strictObject({}).optional(),
    output: conversationCountsOutput,
    handler: countConversations,
  }),
  /** Marks a conversation as read or unread. */
  mark: workspaceMutation({ ...write, input: conversationMarkInput, handler: markConversation }),
  /** Puts a conversation away until a person writes in it again. */
  archive: workspaceMutation({ ...write, input: conversationArchiveInput, handler: archiveConversation }),
  /** Takes a conversation back among the open ones. */
  reopen: workspaceMutation({ ...write, input: conversationArchiveInput, handler: reopenConversation }),
  /** Answers in a conversation, in the thread and through its mailbox. */
  reply: workspaceMutation({
    permission: 'inbox.reply',
    input: conversationReplyInput,
    output: messageOutput,
    handler: replyConversation,
  }),
  /** Answers a conversation's question: its person wants no more mail, or was understood, and the campaigns end or go on. */
  decide: workspaceMutation({ ...write, input: conversationDecideInput, handler: decideConversation }),
  /** Gives a received mail as it came, in parts. */
  source: workspaceQuery({ ...read, input: messageSourceInput, output: messageSourceOutput, handler: readSource }),
});
