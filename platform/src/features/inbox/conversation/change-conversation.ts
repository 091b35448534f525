import { toPublicId, type ConversationSummary, type Uuid } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';
import {
  conversationColumns,
  conversationTables,
  shapeConversation,
  type ConversationRow,
} from './conversation-row.ts';

/** Changes columns of a conversation and tells about it; `values` start at `$3`. */
export async function changeConversation(
  scope: WriteScope,
  id: Uuid,
  set: string,
  values: unknown[] = [],
): Promise<ConversationSummary> {
  const changed = await scope.sql(`update conversation set ${set} where workspace_id = $1 and id = $2 returning id`, [
    scope.workspaceId,
    id,
    ...values,
  ]);
  if (changed.length === 0) fail('conversation.not_found');
  const [row] = await scope.sql<ConversationRow>(
    `select ${conversationColumns} from ${conversationTables} where c.workspace_id = $1 and c.id = $2`,
    [scope.workspaceId, id],
  );
  scope.emit('conversation.updated', { conversationId: toPublicId('conversation', id), unread: row!.unread });
  return shapeConversation(row!); // changed above
}

/** Marks a conversation as read or unread. */
export function markConversation(
  scope: WriteScope,
  input: { id: Uuid; unread: boolean },
): Promise<ConversationSummary> {
  return changeConversation(scope, input.id, 'unread = $3', [input.unread]);
}

/** Puts a conversation away until a person writes in it again. */
export function archiveConversation(scope: WriteScope, input: { id: Uuid }): Promise<ConversationSummary> {
  return changeConversation(scope, input.id, 'state = $3, unread = false', ['archived']);
}

/** Takes a conversation back among the open ones. */
export function reopenConversation(scope: WriteScope, input: { id: Uuid }): Promise<ConversationSummary> {
  return changeConversation(scope, input.id, 'state = $3', ['open']);
}
