import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { membersHere } from '#features/identity/member';
import type { ReadScope } from '#kernel';
import { teamPeople } from './team.entity.ts';

type Looking = Pick<ReadScope, 'read' | 'workspaceId'>;

/** The live teams by name, to choose from. */
export async function namesOfTeams({ read, workspaceId }: Looking): Promise<{ id: string; name: string }[]> {
  const rows = await read<{ id: Uuid; name: string }>(
    'select id, name from team where workspace_id = $1 and archived_at is null order by name_folded, id limit 200',
    [workspaceId],
  );
  return rows.map(({ id, name }) => ({ id: toPublicId('team', id), name }));
}

/** Who can be in a team. Nothing but names: whoever lists members needs a permission of its own. */
export async function listPeople({ read, workspaceId }: Looking): Promise<{ items: { id: string; name: string }[] }> {
  const rows = await read<{ id: Uuid; name: string }>(
    `${membersHere('m.id, u.name')} order by lower(u.name), m.id limit 500`,
    [workspaceId],
  );
  return { items: rows.map(({ id, name }) => ({ id: toPublicId('member', id), name })) };
}

/** A live team that was asked for, and who is in it now. */
export interface TeamNow {
  id: Uuid;
  name: string;
  people: readonly { id: Uuid; userId: Uuid }[];
}

/** Live teams by their public ids, each with its people; those that are not there are left out. */
export async function teamsNow({ read, workspaceId }: Looking, ids: readonly string[]): Promise<TeamNow[]> {
  const wanted = ids.flatMap((id) => fromPublicId('team', id) ?? []);
  if (wanted.length === 0) return [];
  const rows = await read<{ id: Uuid; name: string; people: TeamNow['people'] }>(
    `select t.id, t.name, coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'userId', m.user_id) order by m.id)
                                      from ${teamPeople('$1')} and x.team_id = t.id), '[]') as people
       from team t where t.workspace_id = $1 and t.id = any($2::uuid[]) and t.archived_at is null`,
    [workspaceId, wanted],
  );
  return rows;
}
