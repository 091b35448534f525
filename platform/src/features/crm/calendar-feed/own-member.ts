import type { Uuid } from '@tabard/contract';
import { membersHere } from '#features/identity/member';
import { fail, type ReadScope } from '#kernel';

/**
 * The caller as a member of the workspace.
 * @throws Failure `calendar_feed.not_a_member` for keys, and for people whom a host signed in.
 */
export async function ownMember({ read, workspaceId, principal }: ReadScope): Promise<Uuid> {
  const userId = principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;
  const rows = userId
    ? await read<{ id: Uuid }>(`${membersHere('m.id')} and m.user_id = $2 order by m.id limit 1`, [workspaceId, userId])
    : [];
  return rows[0]?.id ?? fail('calendar_feed.not_a_member');
}
