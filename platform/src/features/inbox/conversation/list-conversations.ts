import type { conversationListInput, ConversationSummary, Page } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, pageFrom, type ReadScope } from '#kernel';
import {
  conversationColumns,
  conversationTables,
  shapeConversation,
  type ConversationRow,
} from './conversation-row.ts';

/** What a search looks at. */
const searched = `c.search_text || ' ' || coalesce(l.search_text, '')`;

/** One page of conversations, the one with the newest mail first. A search wants every one of its words, in any case and with or without accents. */
export async function listConversations(
  scope: ReadScope,
  input: z.output<typeof conversationListInput>,
): Promise<Page<ConversationSummary>> {
  const values: unknown[] = [scope.workspaceId, input.state];
  const conditions = ['c.workspace_id = $1', 'c.state = $2'];
  const where = (sql: (placeholder: string) => string, value: unknown) =>
    conditions.push(sql(`$${values.push(value)}`));
  // Written out, not as a parameter, so that the index of unread ones is used.
  if (input.unread !== undefined) conditions.push(input.unread ? 'c.unread' : 'not c.unread');
  if (input.humanOnly) conditions.push('c.human');
  if (input.intent) where((value) => `c.intent = ${value}`, input.intent);
  if (input.campaignId) where((value) => `c.campaign_id = ${value}`, input.campaignId);
  if (input.leadId) where((value) => `c.lead_id = ${value}`, input.leadId);
  for (const word of input.search?.split(/\s+/).filter(Boolean) ?? [])
    where((value) => `strpos(${searched}, fold_text(${value})) > 0`, word);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    conditions.push(`(c.last_message_at, c.id) < ($${values.push(at)}::timestamptz, $${values.push(id)}::uuid)`);
  }
  const skip = input.skip > 0 ? ` offset $${values.push(input.skip)}` : '';
  // What a conversation is shown with is joined to the page alone, not to everything before it.
  const source = input.search ? conversationTables : 'conversation c';
  const page = `select c.* from ${source} where ${conditions.join(' and ')}
    order by c.last_message_at desc, c.id desc limit $${values.push(input.limit + 1)}${skip}`;
  const rows = await scope.read<ConversationRow>(
    `select ${conversationColumns} from ${conversationTables.replace('conversation c', `(${page}) c`)}
      order by c.last_message_at desc, c.id desc`,
    values,
  );
  return pageFrom(rows, input.limit, shapeConversation, (row) => [row.last_message_at.toISOString(), row.id]);
}
