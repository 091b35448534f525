import type { Uuid } from '@tabard/contract';
import { membersHere } from '#features/identity/member';
import type { CallScope } from '#kernel';
import { createTeam } from './set-members.ts';

const story = [
  { name: 'Sales', color: 'blue' },
  { name: 'Customer care', color: 'green' },
] as const;

/** The teams of the demo, with whoever works there in turn. */
export const seedTeams = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const rows = await writing.sql<{ id: Uuid }>(`${membersHere('m.id')} order by m.created_at, m.id limit 20`, [
      writing.workspaceId,
    ]);
    const ids = rows.map(({ id }) => id);
    for (const [at, team] of story.entries()) {
      const memberIds = ids.filter((_, place) => place % story.length === at);
      await createTeam(writing, { ...team, memberIds, leaderId: memberIds[0] ?? null });
    }
  });
