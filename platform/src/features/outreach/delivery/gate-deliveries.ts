import type { Uuid } from '@tabard/contract';
import type { Statement } from '#kernel';

/** A claimed mail at the gate. */
export interface GatedMail {
  id: Uuid;
  fence: Uuid;
}

/** How long an answer of the gate holds. */
export const gateValidMs = 400;

/**
 * Lets mails through to `DATA`: those that are still ours and that nothing has come to forbid since they were claimed. The answer is
 * written down with it, so that after a crash it is known which mails cannot have left.
 */
export const gateStatement = (workspaceId: Uuid, mails: readonly GatedMail[]): Statement => ({
  name: 'delivery-gate',
  text: openSql,
  values: [workspaceId, mails.map((mail) => mail.id), [...new Set(mails.map((mail) => mail.fence))]],
});

/**
 * The conditions are single rows by their keys, not joins, and the ids are a list, not a table to join: otherwise the planner may walk
 * all mails of the workspace and ask the conditions of each. Which fence each mail has is told, not asked, for the same reason. The claim
 * is locked by its update, so an answer and the sweeper never both decide over it.
 */
const openSql = `
  with passing as (
    select d.id, d.fence from delivery d
     where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.fence = any($3::uuid[])
       and d.day = (select (now() at time zone w.time_zone)::date from workspace w where w.id = $1 and w.standing = 'open')
       and (d.campaign_id is null or (
             (select c.state = 'running' and c.epoch = d.epoch from campaign c where c.workspace_id = $1 and c.id = d.campaign_id)
         and (select e.state = 'active' from enrollment e where e.workspace_id = $1 and e.id = d.enrollment_id)
         and (select l.archived_at is null from lead l where l.workspace_id = $1 and l.id = d.lead_id)))
       and (select x.id from suppression x where x.workspace_id = $1 and x.address_hash = d.address_hash
               and (d.campaign_id is not null or x.reason <> 'reply')) is null
  ), opened as (
    update claim c set opened = c.opened || p.ids, opened_at = now()
      from (select fence, array_agg(id) as ids from passing group by fence) as p
     where c.workspace_id = $1 and c.id = any($3::uuid[]) and c.id = p.fence and c.lease_until > now() returning c.id
  )
  select p.id, p.fence from passing p join opened o on o.id = p.fence`;
