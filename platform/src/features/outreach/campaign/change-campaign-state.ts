import { toPublicId, type Campaign, type CampaignState, type Uuid } from '@tabard/contract';
import { sendMailboxQueue } from '#features/outreach/delivery';
import { fail, type WriteScope } from '#kernel';
import { getCampaign } from './get-campaign.ts';
import { lockCampaign, lockCampaigns } from './lock-campaign.ts';

/** From which states an action leads where. */
const acts = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  complete: { from: ['running', 'paused'], to: 'completed' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>;

async function changeState(scope: WriteScope, id: Uuid, act: keyof typeof acts): Promise<Campaign> {
  const { state } = await lockCampaign(scope, id);
  const { from, to } = acts[act];
  // Asked for twice is not wrong.
  if (state !== to) {
    if (!(from as readonly CampaignState[]).includes(state))
      fail('campaign.wrong_state', { public: `A campaign that is ${state} cannot be changed with "${act}".` });
    await moveTo(scope, [id], to);
  }
  if (to === 'running') await wakeMailboxQueues(scope, id);
  return getCampaign(scope, { id });
}

/**
 * Moves locked campaigns to another state. The epoch grows with it, so whatever was claimed before is asked again right before
 * `DATA`: the change holds within two seconds everywhere.
 */
async function moveTo(scope: WriteScope, ids: readonly Uuid[], state: CampaignState): Promise<void> {
  if (ids.length === 0) return;
  await scope.sql(
    `update campaign set state = $3::text, epoch = epoch + 1, updated_at = now(),
            completed_at = case when $3::text = 'completed' then now() else completed_at end
      where workspace_id = $1 and id = any($2::uuid[])`,
    [scope.workspaceId, ids, state],
  );
  if (state === 'completed') await stopEverything(scope, ids);
  for (const id of ids) scope.emit('campaign.updated', { campaignId: toPublicId('campaign', id), state });
}

/** Ends every way through campaigns; what is on the wire right now is the last that leaves. */
async function stopEverything(scope: WriteScope, ids: readonly Uuid[]): Promise<void> {
  await scope.sql('delete from audience_part where workspace_id = $1 and campaign_id = any($2::uuid[])', [
    scope.workspaceId,
    ids,
  ]);
  await scope.sql(
    `with ended as (
       update enrollment set state = 'stopped', next_step_at = null, updated_at = now()
        where workspace_id = $1 and campaign_id = any($2::uuid[]) and state in ('active', 'paused') returning id)
     update delivery d set state = 'cancelled', troubled = false, pack_id = null, due_at = null, reply = 'The campaign was ended.'
       from ended where d.workspace_id = $1 and d.enrollment_id = ended.id and d.state = 'planned'`,
    [scope.workspaceId, ids],
  );
}

/** Before campaigns are archived: none of them runs, and those that are paused end, so that none comes back half way through. */
export async function endBeforeArchive(scope: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const found = await lockCampaigns(scope, ids);
  const running = found.filter(({ state }) => state === 'running');
  if (running.length > 0)
    fail('campaign.wrong_state', {
      public: 'A running campaign cannot be archived. Pause or complete it first.',
      details: running.map(({ id, name }) => ({
        path: `ids.${ids.indexOf(id)}`,
        message: `"${name}" is running: pause or complete it first.`,
      })),
    });
  const paused = found.filter(({ state }) => state === 'paused');
  await moveTo(
    scope,
    paused.map(({ id }) => id),
    'completed',
  );
}

/** Tells the campaign's mailboxes that there may be work; the sweeper would find it too. */
export async function wakeMailboxQueues(scope: WriteScope, id: Uuid): Promise<void> {
  const [row] = await scope.sql<{ mailbox_ids: Uuid[] }>(
    'select mailbox_ids from campaign where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  );
  for (const mailboxId of row?.mailbox_ids ?? [])
    scope.enqueue(sendMailboxQueue, { workspaceId: scope.workspaceId, mailboxId });
}

/** Stops sending for now; leads keep their place. */
export const pauseCampaign = (scope: WriteScope, input: { id: Uuid }) => changeState(scope, input.id, 'pause');
/** Goes on where it was paused. */
export const resumeCampaign = (scope: WriteScope, input: { id: Uuid }) => changeState(scope, input.id, 'resume');
/** Ends the campaign before its leads are through; nothing more leaves. */
export const completeCampaign = (scope: WriteScope, input: { id: Uuid }) => changeState(scope, input.id, 'complete');
