import { fromPublicId, type Uuid } from '@tabard/contract';
import type { Team, teamCreateInput, teamSetMembersInput } from '@tabard/contract/identity/team';
import type { z } from 'zod';
import { emitStandard, fail, insertOne, lockOne, readOne, type WriteScope } from '#kernel';
import { teams } from './team.entity.ts';
import { requirePeople, requireRoom, type People } from './team.rules.ts';

/** Adds one team with its people. */
export async function createTeam(
  scope: WriteScope,
  { memberIds, leaderId, ...values }: z.output<typeof teamCreateInput>,
): Promise<Team> {
  await requireRoom(scope, 1);
  const { id: publicId } = await insertOne(teams, scope, values);
  const id = fromPublicId('team', publicId)!; // made of one
  await writePeople(scope, id, { memberIds, leaderId });
  return readTeam(scope, id);
}

/** Gives a team these people. Whoever is deactivated keeps their place for when they come back, unless somebody else leads from now on. */
export async function setMembers(
  scope: WriteScope,
  { id, ...people }: z.output<typeof teamSetMembersInput>,
): Promise<Team> {
  await lockOne(teams, scope, id);
  await writePeople(scope, id, people);
  emitStandard(scope, teams, 'updated', id);
  return readTeam(scope, id);
}

async function writePeople(scope: WriteScope, teamId: Uuid, people: People): Promise<void> {
  await requirePeople(scope, people);
  const { sql, workspaceId } = scope;
  const { memberIds, leaderId } = people;
  await sql(
    `delete from team_member x where x.workspace_id = $1 and x.team_id = $2 and x.member_id <> all($3::uuid[])
        and not exists (select from member m where m.id = x.member_id and m.deactivated_at is not null)`,
    [workspaceId, teamId, memberIds],
  );
  await sql(
    `insert into team_member (workspace_id, team_id, member_id, is_leader)
     select $1, $2, one, one is not distinct from $4::uuid from unnest($3::uuid[]) as one group by one
         on conflict (workspace_id, team_id, member_id) do update set is_leader = excluded.is_leader`,
    [workspaceId, teamId, memberIds, leaderId],
  );
  if (leaderId)
    await sql(
      'update team_member set is_leader = false where workspace_id = $1 and team_id = $2 and is_leader and member_id <> $3',
      [workspaceId, teamId, leaderId],
    );
}

async function readTeam(scope: WriteScope, id: Uuid): Promise<Team> {
  const row = await readOne(teams, scope, id);
  return row ? teams.shape(row) : fail('team.not_found');
}
