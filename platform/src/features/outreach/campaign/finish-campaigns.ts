import { toPublicId, type Uuid } from '@tabard/contract';
import { openMails } from '#features/outreach/delivery';
import { jobPrincipal, openScope, repeating, type App } from '#kernel';

/** Completes a running campaign when nobody is on the way through it any more and no mail of it is open. */
async function finishCampaign(app: App, workspaceId: Uuid, id: Uuid): Promise<void> {
  await openScope(app, workspaceId, jobPrincipal('finish-campaigns', workspaceId)).write(async (scope) => {
    const finished = await scope.sql(
      `update campaign c set state = 'completed', completed_at = now(), updated_at = now(), epoch = epoch + 1
        where c.workspace_id = $1 and c.id = $2 and c.state = 'running' and ${nothingLeft} returning c.id`,
      [workspaceId, id],
    );
    if (finished.length > 0)
      scope.emit('campaign.updated', { campaignId: toPublicId('campaign', id), state: 'completed' });
  });
}

const nothingLeft = `not exists (
        select from enrollment e where e.workspace_id = c.workspace_id and e.campaign_id = c.id and e.next_step_at is not null)
    and not exists (select from audience_part a where a.workspace_id = c.workspace_id and a.campaign_id = c.id)
    and not exists (select from ${openMails('c.workspace_id', 'c.id')})`;

/** Looks for campaigns that are through, in every workspace. */
export async function finishCampaigns(app: App): Promise<void> {
  const through = await app.database.maintain<{ workspace_id: Uuid; id: Uuid }>(
    `select c.workspace_id, c.id from campaign c where c.state = 'running' and ${nothingLeft} limit 100`,
  );
  for (const { workspace_id: workspaceId, id } of through) await finishCampaign(app, workspaceId, id);
}

/** Completes campaigns for as long as the process runs. */
export const campaignFinisher = repeating('campaign-finisher', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: finishCampaigns,
});
