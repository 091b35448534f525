import type { Uuid } from '@tabard/contract';
import { membersHere } from '#features/identity/member';
import { fail, type WriteScope } from '#kernel';

/** How many live teams a workspace has at most. */
export const teamsLimit = 200;

/** Lets so many more teams pass where there is room for them. */
export async function requireRoom({ sql, workspaceId }: WriteScope, more: number): Promise<void> {
  // Those who make some at once take turns.
  await sql(`select pg_advisory_xact_lock(hashtextextended('team ' || $1, 0))`, [workspaceId]);
  const [row] = await sql<{ count: number }>(
    'select count(*)::int as count from team where workspace_id = $1 and archived_at is null',
    [workspaceId],
  );
  if ((row?.count ?? 0) + more > teamsLimit) fail('team.too_many');
}

/** Who is to be in a team, and who of them leads it. */
export interface People {
  memberIds: readonly Uuid[];
  leaderId: Uuid | null;
}

/**
 * Ends the action where somebody does not work here, or leads without being in the team.
 * @throws Failure `request.invalid` that says who.
 */
export async function requirePeople({ sql, workspaceId }: WriteScope, { memberIds, leaderId }: People): Promise<void> {
  const rows = await sql<{ id: Uuid }>(`${membersHere('m.id')} and m.id = any($2::uuid[])`, [workspaceId, memberIds]);
  const known = new Set(rows.map(({ id }) => id));
  const strangers = memberIds.flatMap((id, at) =>
    known.has(id)
      ? []
      : [
          {
            path: `memberIds.${at}`,
            reason: 'not_listed',
            message: 'There is no such member here. Choose somebody who works in this workspace.',
          },
        ],
  );
  if (strangers.length > 0) fail('request.invalid', { details: strangers });
  if (leaderId && !memberIds.includes(leaderId))
    fail('request.invalid', {
      details: [{ path: 'leaderId', reason: 'not_listed', message: 'Choose one of the members of the team.' }],
    });
}
