import type { conversationCountsOutput } from '@tabard/contract';
import type { z } from 'zod';
import type { ReadScope } from '#kernel';

/** How many conversations are open, unread and by people among these, , archived and set aside. */
export async function countConversations(scope: ReadScope): Promise<z.input<typeof conversationCountsOutput>> {
  const [counts] = await scope.read<{ open: number; unread: number; people: number; archived: number; aside: number }>(
    `select count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'open' and unread)::int as unread,
            count(*) filter (where state = 'open' and human)::int as people, count(*) filter (where state = 'archived')::int as archived,
            count(*) filter (where state = 'aside')::int as aside
       from conversation where workspace_id = $1`,
    [scope.workspaceId],
  );
  return counts!; // an aggregate has one row
}
