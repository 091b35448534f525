import type { Conversation, Uuid } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import {
  conversationColumns,
  conversationTables,
  messageColumns,
  messageTables,
  shapeConversation,
  shapeMessage,
  type ConversationRow,
  type MessageRow,
} from './conversation-row.ts';
import { offeredRecipients } from './recipients.rules.ts';

/** The most messages of one conversation that are shown: the newest. */
const longestThread = 200;

/** A conversation with its messages, oldest first. */
export async function getConversation(
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  input: { id: Uuid },
): Promise<Conversation> {
  const key = [scope.workspaceId, input.id];
  const [[conversation], messages] = await Promise.all([
    scope.read<ConversationRow>(
      `select ${conversationColumns} from ${conversationTables} where c.workspace_id = $1 and c.id = $2`,
      key,
    ),
    scope.read<MessageRow>(
      `select ${messageColumns} from ${messageTables} where m.workspace_id = $1 and m.conversation_id = $2
        order by m.sent_at desc, m.id desc limit ${longestThread}`,
      key,
    ),
  ]);
  if (!conversation) return fail('conversation.not_found');
  const summary = shapeConversation(conversation);
  const recipients = offeredRecipients(
    { counterpart: summary.counterpart, mailbox: summary.mailbox.address },
    messages,
  );
  return { ...summary, recipients, messages: messages.toReversed().map(shapeMessage) };
}
