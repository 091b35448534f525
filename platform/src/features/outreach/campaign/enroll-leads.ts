import type { Uuid } from '@tabard/contract';
import { isExcluded } from '#features/crm/list';
import { fail, newId, type WriteScope } from '#kernel';
import { enrollAudience } from './enroll-audience.job.ts';
import { lockCampaign, lockCampaigns } from './lock-campaign.ts';

/** Why a lead does not join a campaign. */
export type LeftOut = 'archived' | 'not_reachable' | 'suppressed' | 'excluded' | 'already_enrolled' | 'campaign_over';

/** Ends the action where a campaign takes in nobody: a draft has its audience, a completed one is over. */
export async function requireEnrolling(scope: WriteScope, campaignId: Uuid): Promise<void> {
  const { state } = await lockCampaign(scope, campaignId);
  if (state !== 'running' && state !== 'paused')
    fail('campaign.wrong_state', {
      public:
        state === 'draft'
          ? 'A draft takes its leads when it is launched. Add them to its audience instead.'
          : `Only a running or paused campaign takes in further leads; this one is ${state}.`,
    });
}

/** Lets leads join a campaign that has started, as a further part of its audience; gives why others do not. */
export async function enrollLeads(
  scope: WriteScope,
  campaignId: Uuid,
  leadIds: readonly Uuid[],
): Promise<{ enrolled: Uuid[]; left: { id: Uuid; reason: LeftOut }[] }> {
  const { sql, workspaceId } = scope;
  const [campaign] = await lockCampaigns(scope, [campaignId]);
  if (!campaign || campaign.archived || (campaign.state !== 'running' && campaign.state !== 'paused'))
    return { enrolled: [], left: leadIds.map((id) => ({ id, reason: 'campaign_over' })) };
  const asked = await sql<{ id: Uuid; reason: LeftOut | null }>(
    `select l.id, case when l.archived_at is not null then 'archived'
                       when l.status in ('bounced', 'unsubscribed') then 'not_reachable'
                       when exists (select from suppression x where x.workspace_id = l.workspace_id and x.email = l.email) then 'suppressed'
                       when ${isExcluded('l.workspace_id', 'l.id')} then 'excluded'
                       when exists (select from enrollment e where e.workspace_id = $1 and e.campaign_id = $3 and e.lead_id = l.id) then 'already_enrolled'
                  end as reason
       from lead l where l.workspace_id = $1 and l.id = any($2::uuid[])`,
    [workspaceId, leadIds, campaignId],
  );
  const enrolled = asked.filter(({ reason }) => reason === null).map(({ id }) => id);
  if (enrolled.length > 0) {
    await sql(
      `insert into audience_part (workspace_id, id, campaign_id, position, lead_ids, lead_count)
       select $1, $3, $2, coalesce(max(position), 0) + 1, $4::uuid[], cardinality($4::uuid[]) from audience_part
        where workspace_id = $1 and campaign_id = $2`,
      [workspaceId, campaignId, newId(), enrolled],
    );
    scope.enqueue(enrollAudience, { workspaceId, campaignId });
  }
  return { enrolled, left: asked.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }])) };
}
