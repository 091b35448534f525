import type { Uuid } from '@tabard/contract';
import { teamNoun } from '@tabard/contract/identity/team';
import { changeOne, defineSnapshotPart, insertOne, lockOne, setArchived } from '#kernel';
import { teams } from './team.entity.ts';
import { requireRoom, teamsLimit } from './team.rules.ts';

/** The live teams of a workspace without their people, who are each workspace's own. */
export const teamSnapshot = defineSnapshotPart({
  name: 'teams',
  shape: teamNoun.createInput,
  most: teamsLimit,
  nameOf: ({ name }) => name,
  async list({ read, workspaceId }) {
    const rows = await read<{ id: Uuid; name: string; color: string | null }>(
      'select id, name, color from team where workspace_id = $1 and archived_at is null order by created_at, id',
      [workspaceId],
    );
    return rows.map(({ id, ...value }) => ({ id, value: teamNoun.createInput.parse(value), fixed: null }));
  },
  async save(scope, value, known) {
    if (known) return void (await changeOne(teams, scope, await lockOne(teams, scope, known.id), value));
    await requireRoom(scope, 1);
    await insertOne(teams, scope, value);
  },
  async archive(scope, ids) {
    await setArchived(teams, scope, { ids, archived: true });
  },
});
