import { toPublicId, type Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Ends the way of leads through a campaign for good, as far as it has not ended; gives the leads that were on it. */
export async function stopEnrollments(scope: WriteScope, campaignId: Uuid, leadIds: readonly Uuid[]): Promise<Uuid[]> {
  const stopped = await scope.sql<{ lead_id: Uuid }>(
    `update enrollment set state = 'stopped', paused_by = null, next_step_at = null, updated_at = now()
      where workspace_id = $1 and campaign_id = $2 and lead_id = any($3::uuid[]) and state in ('active', 'paused') returning lead_id`,
    [scope.workspaceId, campaignId, leadIds],
  );
  const [campaign] = await scope.sql<{ state: string }>(
    'select state from campaign where workspace_id = $1 and id = $2',
    [scope.workspaceId, campaignId],
  );
  if (campaign && stopped.length > 0)
    scope.emit('campaign.updated', { campaignId: toPublicId('campaign', campaignId), state: campaign.state });
  return stopped.map(({ lead_id: leadId }) => leadId);
}
