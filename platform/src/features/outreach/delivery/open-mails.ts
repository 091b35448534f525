/**
 * The mails of a campaign that are under way (waiting, being submitted, or of unknown outcome), to stand for the table `delivery` in a `from`;
 * `workspace` and `campaign` are placeholders or columns. Those being submitted are found by their claims: no index tells them from
 * the millions that were accepted.
 */
export const openMails = (workspace: string, campaign: string): string => `(
  select d.* from delivery d where d.workspace_id = ${workspace} and d.campaign_id = ${campaign} and d.due_at is not null
   union all
  select d.* from delivery d where d.workspace_id = ${workspace} and d.campaign_id = ${campaign} and d.troubled and d.state = 'unknown'
   union all
  select d.* from claim k join delivery d on d.workspace_id = k.workspace_id and d.id = any(k.delivery_ids) and d.fence = k.id
   where k.workspace_id = ${workspace} and d.campaign_id = ${campaign}) as delivery`;
