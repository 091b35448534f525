import type { CampaignState, Uuid } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';

/** A campaign that nobody else changes until the transaction ends. */
export interface LockedCampaign {
  id: Uuid;
  name: string;
  state: CampaignState;
  archived: boolean;
}

/** Loads and locks those that are there. */
export const lockCampaigns = (scope: WriteScope, ids: readonly Uuid[]): Promise<LockedCampaign[]> =>
  scope.sql<LockedCampaign>(
    `select id, name, state, archived_at is not null as archived from campaign
      where workspace_id = $1 and id = any($2::uuid[]) order by id for update`,
    [scope.workspaceId, ids],
  );

/** Loads and locks a live campaign, or ends the action: with the 404 of every unknown id, or because an archived one is not changed. */
export async function lockCampaign(scope: WriteScope, id: Uuid): Promise<LockedCampaign> {
  const [row] = await lockCampaigns(scope, [id]);
  if (!row) return fail('campaign.not_found');
  if (row.archived)
    fail('campaign.wrong_state', { public: 'An archived campaign cannot be changed. Restore it first.' });
  return row;
}
