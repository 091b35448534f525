import { deleteOfLeads, type ForgetLeads } from '#kernel';

const forgetCounts = deleteOfLeads('lead_contact');

/** Counts of campaigns stay, and that something happened; which link it was, or what a server said of the address, does not. */
export const forgetMailEvents: ForgetLeads = async (scope, leadIds) => {
  await forgetCounts(scope, leadIds);
  await scope.sql(
    `update mail_event set detail = null, lead_id = null where workspace_id = $1 and lead_id = any($2::uuid[]) and type <> 'sent'`,
    [scope.workspaceId, leadIds],
  );
};
