import type { ForgetLeads } from '#kernel';

/** Notes that the leads have changed: with the next look at the segments, which comes within seconds, they are in none. */
export const forgetMembers: ForgetLeads = async ({ sql, workspaceId }, leadIds) => {
  await sql(
    `insert into segment_change (workspace_id, lead_id)
     select $1, id from unnest($2::uuid[]) as id where exists (select from segment s where s.workspace_id = $1 and s.archived_at is null)`,
    [workspaceId, leadIds],
  );
};
