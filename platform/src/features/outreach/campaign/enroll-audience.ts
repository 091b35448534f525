import { toPublicId, type CampaignState, type Schedule, type Uuid } from '@tabard/contract';
import { nextStepAt, type Delay } from '#features/outreach/enrollment';
import { newId, refreshStatistics, type WriteScope } from '#kernel';
import { wakeMailboxQueues } from './change-campaign-state.ts';
import { audienceCondition, canBeContacted, type Audience } from './select-audience.ts';

/** Leads that one transaction enrolls; for as long, a few tenths of a second, the campaign cannot be paused or ended. */
const partSize = 5_000;

/** SQL for time-ordered ids made by the database: the head of one of ours, given as a value, and the random tail of one of its own. */
const newIdIn = (head: string): string => `(${head}::text || substr(gen_random_uuid()::text, 16))::uuid`;

interface Plan {
  state: CampaignState;
  schedule: Schedule;
  mailbox_ids: Uuid[];
  lead_count: number;
  delay_amount: number;
  delay_unit: Delay['unit'];
}

/** Notes who belongs to the campaign from now on: whoever becomes a lead later, or fits its filter later, does not. */
export async function fixAudience(scope: WriteScope, campaignId: Uuid, audience: Audience): Promise<void> {
  const values: unknown[] = [scope.workspaceId, campaignId, partSize, newId().slice(0, 15)];
  const condition = await audienceCondition(scope, audience, values);
  await scope.sql(
    `insert into audience_part (workspace_id, id, campaign_id, position, lead_ids, lead_count)
     select $1, ${newIdIn('$4')}, $2, position, array_agg(id), count(*)
       from (select l.id, (row_number() over () - 1) / $3::int as position from lead l where l.workspace_id = $1 and ${condition}) as audience
      group by position`,
    values,
  );
}

/**
 * Enrolls the next part of the audience: spreads it evenly over the mailboxes, marks its leads as being contacted, lets the first
 * step become due. Who may no longer be contacted is left out. Resolves to whether more parts wait; a campaign that has ended wants none.
 */
export async function enrollNext(scope: WriteScope, campaignId: Uuid): Promise<boolean> {
  const { workspaceId, sql } = scope;
  const [plan] = await sql<Plan>(
    `select c.state, c.schedule, c.mailbox_ids, c.lead_count, s.delay_amount, s.delay_unit
       from campaign c join step s on s.workspace_id = c.workspace_id and s.campaign_id = c.id and s.position = 1
      where c.workspace_id = $1 and c.id = $2 and c.state in ('running', 'paused') for update of c`,
    [workspaceId, campaignId],
  );
  if (!plan) return false;
  const [part] = await sql<{ lead_ids: Uuid[]; fixed_at: Date; more: boolean }>(
    `with taken as (
       delete from audience_part where workspace_id = $1
          and id = (select id from audience_part where workspace_id = $1 and campaign_id = $2 order by position limit 1)
       returning id, lead_ids, fixed_at
     )
     select lead_ids, fixed_at, exists (select from audience_part a where a.workspace_id = $1 and a.campaign_id = $2 and a.id <> taken.id) as more
       from taken`,
    [workspaceId, campaignId],
  );
  if (!part) return false;
  const firstAt = nextStepAt(part.fixed_at, { amount: plan.delay_amount, unit: plan.delay_unit }, plan.schedule);
  // Whose last mail left a question open waits for its answer here, too.
  const asked = await sql<{ lead_id: Uuid }>(
    'select lead_id from conversation where workspace_id = $1 and question is not null and lead_id = any($2::uuid[])',
    [workspaceId, part.lead_ids],
  );
  // One that is being deleted is waited for, and is gone then. Ids are given, never joined: the planner would take so many new rows for a few and look at each of them for each.
  const enrolled = await sql<{ lead_id: Uuid }>(
    `insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id, next_step_at, state)
     select $1, ${newIdIn('$5')}, $2, l.id,
            ($3::uuid[])[1 + abs(hashtext(l.id::text)::bigint) % cardinality($3::uuid[])], $4,
            case when l.id = any($7::uuid[]) then 'paused' else 'active' end
       from lead l where l.workspace_id = $1 and l.id = any($6::uuid[]) and ${canBeContacted} for key share of l
         on conflict (workspace_id, campaign_id, lead_id) do nothing
     returning lead_id`,
    [
      workspaceId,
      campaignId,
      plan.mailbox_ids,
      firstAt,
      newId().slice(0, 15),
      part.lead_ids,
      asked.map((row) => row.lead_id),
    ],
  );
  await sql(
    `with contacted as (
       update lead set status = 'active', updated_at = now()
        where workspace_id = $1 and id = any($3::uuid[]) and status = 'new')
     update campaign set lead_count = lead_count + $4, updated_at = now() where workspace_id = $1 and id = $2`,
    [workspaceId, campaignId, enrolled.map((row) => row.lead_id), enrolled.length],
  );
  const { more } = part;
  // The planner learns of the first part, while little else stands in the table, and of the whole.
  if (!more || plan.lead_count === 0)
    scope.afterCommit(() => refreshStatistics(scope.app, 'enrollment', plan.lead_count + enrolled.length));
  scope.emit('campaign.updated', { campaignId: toPublicId('campaign', campaignId), state: plan.state });
  if (plan.state === 'running') await wakeMailboxQueues(scope, campaignId);
  return more;
}
