import type { ForgetLeads } from '#kernel';

/**
 * That mails were sent stays, and what became of them; to whom and what they said does not. One that waits is never sent. The hash of the
 * address stays, so that a way out in a mail that somebody kept still works.
 */
export const forgetRecipients: ForgetLeads = async ({ sql, workspaceId }, leadIds) => {
  await sql(
    `update delivery d
        set to_address = '', subject = '', reply = null, lead_id = null, inbox_message_id = null, pack_id = null, due_at = null,
            state = case when d.state = 'planned' then 'cancelled' else d.state end
      where d.workspace_id = $1 and d.id in (
        select m.id from enrollment e join delivery m on m.workspace_id = $1 and m.enrollment_id = e.id
         where e.workspace_id = $1 and e.lead_id = any($2::uuid[])
         union all
        select m.id from delivery m where m.workspace_id = $1 and m.lead_id = any($2::uuid[]) and m.enrollment_id is null)`,
    [workspaceId, leadIds],
  );
};
