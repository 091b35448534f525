import type { Campaign, Uuid } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';
import { enrollNext, fixAudience } from './enroll-audience.ts';
import { enrollAudience } from './enroll-audience.job.ts';
import { getCampaign } from './get-campaign.ts';
import { listBlockers } from './list-blockers.ts';
import { lockCampaign } from './lock-campaign.ts';
import type { Audience } from './select-audience.ts';

/**
 * Starts a draft: fixes its audience and lets its first leads become due. A large audience is enrolled part by part after the answer;
 * `enrolling` says how many leads still wait for that.
 */
export async function launchCampaign(scope: WriteScope, { id }: { id: Uuid }): Promise<Campaign> {
  const { workspaceId, sql } = scope;
  const { state } = await lockCampaign(scope, id);
  if (state === 'running') return getCampaign(scope, { id });
  if (state !== 'draft')
    fail('campaign.wrong_state', { public: `Only a draft can be launched; this one is ${state}.` });
  const [draft] = await sql<{ audience: Audience }>(
    'select audience from campaign where workspace_id = $1 and id = $2',
    [workspaceId, id],
  );
  const { audience } = draft!; // it is locked
  const blockers = await listBlockers(scope, { id, audience });
  if (blockers.length > 0) fail('campaign.not_ready', { details: blockers });
  await sql(
    `update campaign set state = 'running', launched_at = now(), updated_at = now(), epoch = epoch + 1
      where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  await fixAudience(scope, id, audience);
  if (await enrollNext(scope, id)) scope.enqueue(enrollAudience, { workspaceId, campaignId: id });
  return getCampaign(scope, { id });
}
