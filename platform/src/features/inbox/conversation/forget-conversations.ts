import type { ForgetLeads } from '#kernel';

/** Conversations go with their messages; the files of their mails with the next sweep. */
export const forgetConversations: ForgetLeads = async ({ sql, workspaceId }, leadIds) => {
  await sql(
    `insert into removed_mail_file (workspace_id, source_hash)
     select distinct $1::uuid, m.source_hash from conversation c join message m on m.workspace_id = $1 and m.conversation_id = c.id
      where c.workspace_id = $1 and c.lead_id = any($2::uuid[]) and m.source_hash is not null order by 2
         on conflict do nothing`,
    [workspaceId, leadIds],
  );
  await sql('delete from conversation where workspace_id = $1 and lead_id = any($2::uuid[])', [workspaceId, leadIds]);
};
