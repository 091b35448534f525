import type { ForgetLeads } from '#kernel';

/** Whoever was written to stays among the leads of a campaign, as a number; whoever was not was never one of them. */
export const uncountLeads: ForgetLeads = async ({ sql, workspaceId }, leadIds) => {
  await sql(
    `update campaign c set lead_count = greatest(0, c.lead_count - e.leads), updated_at = now()
       from (select campaign_id, count(*)::int as leads from enrollment
              where workspace_id = $1 and lead_id = any($2::uuid[]) and steps_sent = 0 group by 1) e
      where c.workspace_id = $1 and c.id = e.campaign_id`,
    [workspaceId, leadIds],
  );
};
