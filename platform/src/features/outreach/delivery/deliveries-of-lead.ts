/**
 * All deliveries of a lead, to stand for the table `delivery` in a `from`; `workspace` and `lead` are placeholders. Mails of campaigns
 * are found by the lead's enrollments, so that they need no index of their own by lead: there are millions of them.
 */
export const deliveriesOfLead = (workspace: string, lead: string): string => `(
  select d.* from enrollment e join delivery d on d.workspace_id = e.workspace_id and d.enrollment_id = e.id
   where e.workspace_id = ${workspace} and e.lead_id = ${lead}
   union all
  select d.* from delivery d where d.workspace_id = ${workspace} and d.lead_id = ${lead} and d.enrollment_id is null) as delivery`;
