import type { FilterColumns } from '#kernel';
import { teamPeople } from './team.entity.ts';

/** Where filters find the teams that a member is in, whose id is this SQL; the workspace is `$1`. */
export const teamsOf = (member: string): FilterColumns[string] => ({
  type: 'references',
  sql: member,
  of: 'team',
  rows: { from: teamPeople('$1'), owner: 'x.member_id', value: 'x.team_id' },
});
