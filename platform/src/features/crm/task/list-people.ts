import { toPublicId, type Uuid } from '@tabard/contract';
import type { taskPeopleOutput } from '@tabard/contract/crm/task';
import type { z } from 'zod';
import { membersHere } from '#features/identity/member';
import { namesOfTeams } from '#features/identity/team';
import type { ReadScope } from '#kernel';

/** Who can be given a task, and which of them the caller is. */
export async function listPeople(scope: ReadScope): Promise<z.input<typeof taskPeopleOutput>> {
  const { read, workspaceId, principal } = scope;
  const rows = await read<{ id: Uuid; name: string; user_id: Uuid }>(
    `${membersHere('m.id, u.name, m.user_id')} order by lower(u.name), m.id limit 500`,
    [workspaceId],
  );
  const own = principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;
  return {
    items: rows.map(({ id, name, user_id: userId }) => ({ id: toPublicId('member', id), name, isYou: userId === own })),
    teams: await namesOfTeams(scope),
  };
}
