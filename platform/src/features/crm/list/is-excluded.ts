/**
 * SQL condition: a lead is on a list of leads that no campaign enrolls. Both arguments are SQL, such as `l.workspace_id` and `l.id`.
 */
export function isExcluded(workspaceId: string, leadId: string): string {
  return `exists (select from list_member m join list x on x.workspace_id = m.workspace_id and x.id = m.list_id and x.kind = 'exclude'
      and x.archived_at is null where m.workspace_id = ${workspaceId} and m.lead_id = ${leadId})`;
}
