import type { CampaignState, Uuid } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';

/** A campaign that nobody else changes until the transaction ends. */
export interface LockedCampaign {
  id: Uuid;
  state: CampaignState;
}

/** Loads and locks a campaign, or ends the act with the 404 of every unknown id. */
export async function lockCampaign(scope: WriteScope, id: Uuid): Promise<LockedCampaign> {
  const [row] = await scope.sql<LockedCampaign>(
    'select id, state from campaign where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, id],
  );
  return row ?? fail('campaign.not_found');
}
