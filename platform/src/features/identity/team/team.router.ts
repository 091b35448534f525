import { teamCreateInput, teamOutput, teamPeopleOutput, teamSetMembersInput } from '@tabard/contract/identity/team';
import { z } from 'zod';
import {
  archiveOf,
  countOf,
  getOf,
  listOf,
  restoreOf,
  router,
  updateOf,
  workspaceMutation,
  workspaceQuery,
} from '#kernel';
import { listPeople } from './list-names.ts';
import { createTeam, setMembers } from './set-members.ts';
import { teams } from './team.entity.ts';
import { requireRoom } from './team.rules.ts';

const { write } = teams;

export const teamRouter = router({
  /** Lists teams with their people, newest first unless told otherwise. */
  list: listOf(teams, { inOrder: true }),
  /** Counts the teams that a filter takes. */
  count: countOf(teams),
  /** Gets one team with its people. */
  get: getOf(teams),
  /** Adds one team. It gives nobody a right. */
  create: workspaceMutation({ permission: write, input: teamCreateInput, output: teamOutput, handler: createTeam }),
  /** Changes the name or the colour of a team. */
  update: updateOf(teams),
  /** Says who is in a team, all of them, and who leads it. Who is deactivated keeps their place for when they come back. */
  setMembers: workspaceMutation({
    permission: write,
    input: teamSetMembersInput,
    output: teamOutput,
    handler: setMembers,
  }),
  /** Takes up to 1,000 teams out of what can be named and chosen. Notes and filters that say one go on saying it. */
  archive: archiveOf(teams),
  /** Brings archived teams back. */
  restore: restoreOf(teams, { prepare: (scope, ids) => requireRoom(scope, ids.length) }),
  /** Lists who can be in a team. */
  people: workspaceQuery({
    permission: write,
    input: z.strictObject({}),
    output: teamPeopleOutput,
    handler: listPeople,
  }),
});
