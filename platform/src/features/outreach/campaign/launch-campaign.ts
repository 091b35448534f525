import { toPublicId, type Campaign, type Schedule, type Uuid } from '@tabard/contract';
import { nextStepAt, type Delay } from '#features/outreach/enrollment';
import { fail, newId, refreshStatistics, type WriteScope } from '#kernel';
import { wakeLanes } from './change-campaign-state.ts';
import { getCampaign } from './get-campaign.ts';
import { listBlockers } from './list-blockers.ts';
import { lockCampaign } from './lock-campaign.ts';
import { audienceCondition, type Audience } from './select-audience.ts';

interface LaunchFacts {
  schedule: Schedule;
  audience: Audience;
  mailbox_ids: Uuid[];
  now: Date;
  delay_amount: number | null;
  delay_unit: Delay['unit'];
}

/** Starts a draft: fixes its audience, spreads it evenly over the mailboxes and lets the first step become due. */
export async function launchCampaign(scope: WriteScope, { id }: { id: Uuid }): Promise<Campaign> {
  const { workspaceId, sql } = scope;
  const { state } = await lockCampaign(scope, id);
  if (state === 'running') return getCampaign({ ...scope, read: sql }, { id });
  if (state !== 'draft')
    fail('campaign.wrong_state', { public: `Only a draft can be launched; this one is ${state}.` });
  const [facts] = await sql<LaunchFacts>(
    `select c.schedule, c.audience, c.mailbox_ids, now() as now, s.delay_amount, s.delay_unit
       from campaign c left join step s on s.workspace_id = c.workspace_id and s.campaign_id = c.id and s.position = 1
      where c.workspace_id = $1 and c.id = $2`,
    [workspaceId, id],
  );
  const { schedule, audience, mailbox_ids: mailboxIds, now, delay_amount: amount, delay_unit: unit } = facts!;
  const blockers = await listBlockers(sql, workspaceId, { id, audience });
  if (blockers.length > 0 || amount === null) fail('campaign.not_ready', { details: blockers });
  const firstAt = nextStepAt(now, { amount, unit }, schedule);
  const enrolled = await enroll(scope, { id, audience, mailboxIds, firstAt });
  scope.afterCommit(() => refreshStatistics(scope.app, 'enrollment', enrolled));
  scope.emit('campaign.updated', { campaignId: toPublicId('campaign', id), state: 'running' });
  await wakeLanes(scope, id);
  return getCampaign({ ...scope, read: sql }, { id });
}

/** One statement for any number of leads: enrolls them (gives how many), marks them as being contacted, and starts the campaign with their count. */
async function enroll(
  scope: WriteScope,
  campaign: { id: Uuid; audience: Audience; mailboxIds: Uuid[]; firstAt: Date },
): Promise<number> {
  // Time-ordered ids made by the database: the head of one of ours, the random tail of one of its own.
  const values: unknown[] = [
    scope.workspaceId,
    campaign.id,
    campaign.mailboxIds,
    campaign.firstAt,
    newId().slice(0, 15),
  ];
  const condition = audienceCondition(campaign.audience, values);
  const [launched] = await scope.sql<{ enrolled: number }>(
    `with enrolled as (
       insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id, next_step_at)
       select $1, ($5::text || substr(gen_random_uuid()::text, 16))::uuid, $2, l.id,
              ($3::uuid[])[1 + abs(hashtext(l.id::text)::bigint) % cardinality($3::uuid[])], $4
         from lead l where l.workspace_id = $1 and ${condition}
           on conflict (workspace_id, campaign_id, lead_id) do nothing
       returning lead_id
     ), contacted as (
       update lead set status = 'active', updated_at = now() from enrolled
        where lead.workspace_id = $1 and lead.id = enrolled.lead_id and lead.status = 'new'
     )
     update campaign set state = 'running', launched_at = now(), updated_at = now(), epoch = epoch + 1,
            lead_count = lead_count + (select count(*) from enrolled)
      where workspace_id = $1 and id = $2 returning (select count(*)::int from enrolled) as enrolled`,
    values,
  );
  return launched!.enrolled;
}
