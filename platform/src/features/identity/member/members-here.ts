/** SQL condition that a member `m` works in a workspace: in the very one or in an organization above, and is not deactivated. */
export const worksIn = (workspace: string): string => `m.deactivated_at is null
   and (m.workspace_id = ${workspace} or (m.workspace_id is null and m.organization_id in (
     with recursive above as (
       select o.id, o.parent_id from organization o join workspace w on w.organization_id = o.id where w.id = ${workspace}
       union all
       select o.id, o.parent_id from organization o join above a on o.id = a.parent_id)
     select id from above)))`;

/** SQL of the members who work in the workspace `$1`: its own, and those of the organizations above. */
export const membersHere = (columns: string): string =>
  `select ${columns} from member m join app_user u on u.id = m.user_id where ${worksIn('$1')}`;
