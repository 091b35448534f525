import { teamNoun } from '@tabard/contract/identity/team';
import { worksIn } from '#features/identity/member';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantPolicies } from '#kernel';

/** People of a workspace who work together. Archived ones keep their name, because notes and filters say it. */
export const TeamSchema = tableOf(teamNoun, {
  columns: { nameFolded: p.text().nullable().generated(`(fold_text("name")) stored`) },
  indexes: listIndexes(teamNoun),
  uniques: [{ name: 'team_name', properties: ['workspaceId', 'nameFolded'] }],
});

/**
 * Who was put into which team. It counts while they work in the workspace (`teamPeople`): a member who is deactivated is in no team, and
 * in the same ones again when they are reactivated.
 */
export const TeamMemberSchema = defineEntity({
  name: 'TeamMember',
  tableName: 'team_member',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('team_member'),
  properties: {
    workspaceId: p.uuid().primary(),
    teamId: p.uuid().primary(),
    memberId: p.uuid().primary(),
    isLeader: p.boolean().default(false),
  },
  indexes: [{ name: 'team_member_of', properties: ['workspaceId', 'memberId'] }],
});

/** SQL of the rows `x` of a workspace that count, each with its member `m`. */
export const teamPeople = (workspace: string): string =>
  `team_member x join member m on m.id = x.member_id and ${worksIn(workspace)} where x.workspace_id = ${workspace}`;

const members = `
  select coalesce(jsonb_agg(jsonb_build_object('id', 'mem_' || replace(m.id::text, '-', ''), 'name', u.name, 'isLeader', x.is_leader)
                            order by x.is_leader desc, lower(u.name), m.id), '[]')
    from team_member x join member m on m.id = x.member_id and ${worksIn('t.workspace_id')} join app_user u on u.id = m.user_id
   where x.workspace_id = t.workspace_id and x.team_id = t.id`;

/** Where teams are kept. */
export const teams = storeOf(teamNoun, TeamSchema, {
  alias: 't',
  computed: { members },
  conflicts: { team_name: 'team.name_taken' },
});
