import { defineFeature } from '#kernel';
import { seedTeams } from './seed-teams.ts';
import { TeamMemberSchema, TeamSchema } from './team.entity.ts';
import { teamRouter } from './team.router.ts';
import { teamSnapshot } from './team-snapshot.ts';

/** Teams: people of a workspace who work together, named in notes and asked for in filters. */
export const teamFeature = defineFeature({
  name: 'team',
  entities: [TeamSchema, TeamMemberSchema],
  router: teamRouter,
  snapshots: [teamSnapshot],
  seed: seedTeams,
});

export { namesOfTeams, teamsNow, type TeamNow } from './list-names.ts';
export { teamPeople } from './team.entity.ts';
export { teamsOf } from './teams-of.ts';
export { teamRouter };
