import type { ForgetLeads } from '#kernel';

/** Revenue stays, of nobody. Why somebody is lost is about them, and goes. */
export const forgetReasons: ForgetLeads = async ({ sql, workspaceId }, leadIds) => {
  await sql('update conversion set reason = null where workspace_id = $1 and lead_id = any($2::uuid[])', [
    workspaceId,
    leadIds,
  ]);
};
