import type { CampaignState, Uuid } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';

/** A campaign that nobody else changes until the transaction ends. */
export interface LockedCampaign {
  id: Uuid;
  name: string;
  state: CampaignState;
}

/** Loads and locks those that are there and not archived. */
export function lockCampaigns(scope: WriteScope, ids: readonly Uuid[]): Promise<LockedCampaign[]> {
  return scope.sql<LockedCampaign>(
    `select id, name, state from campaign
      where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null order by id for update`,
    [scope.workspaceId, ids],
  );
}

/** Loads and locks a campaign, or ends the act: with the 404 of every unknown id, or because an archived one is not changed. */
export async function lockCampaign(scope: WriteScope, id: Uuid): Promise<LockedCampaign> {
  const [live] = await lockCampaigns(scope, [id]);
  if (live) return live;
  const archived = await scope.sql('select 1 from campaign where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    id,
  ]);
  if (archived.length === 0) fail('campaign.not_found');
  return fail('campaign.wrong_state', { public: 'An archived campaign cannot be changed. Restore it first.' });
}
