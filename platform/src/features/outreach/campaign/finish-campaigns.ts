import { toPublicId, type Uuid } from '@tabard/contract';
import { openMails } from '#features/outreach/delivery';
import { amongTenants, jobPrincipal, openScope, repeating, TenantWork, type App } from '#kernel';
import { enrollAudience } from './enroll-audience.job.ts';

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

/**
 * A release that is being replaced archives by state for as long as it still serves; here it is kept beside the state. Goes when no
 * release of that kind can run any more.
 */
async function keepArchived(app: App, workspaceId: Uuid, id: Uuid): Promise<void> {
  await openScope(app, workspaceId, jobPrincipal('finish-campaigns', workspaceId)).write(({ sql }) =>
    sql(
      `update campaign set archived_at = updated_at, state = case when launched_at is null then 'draft' else 'completed' end,
              completed_at = case when launched_at is null then completed_at else coalesce(completed_at, updated_at) end
        where workspace_id = $1 and id = $2 and state = 'archived'`,
      [workspaceId, id],
    ),
  );
}

const finishing = new TenantWork('campaign-finisher');
const enrolling = new TenantWork('campaign-finisher.enroll');
const archiving = new TenantWork('campaign-finisher.archive');

/** Looks for campaigns that are through, in every workspace, and for those whose audience waits and lost its job. */
export async function finishCampaigns(app: App): Promise<void> {
  const through = await finishing.find<Found>(
    app,
    `select c.workspace_id, c.id from campaign c where c.state = 'running' and ${amongTenants('c.workspace_id')} and ${nothingLeft} limit 100`,
  );
  await finishing.each(app, through, ({ workspace_id: workspaceId, id }) => finishCampaign(app, workspaceId, id));
  for (const { workspace_id: workspaceId, id } of await enrolling.find<Found>(app, forgottenAudiences))
    await app.jobs.add(enrollAudience, { workspaceId, campaignId: id });
  const archived = await archiving.find<Found>(
    app,
    `select c.workspace_id, c.id from campaign c where c.state = 'archived' and ${amongTenants('c.workspace_id')} limit 100`,
  );
  await archiving.each(app, archived, ({ workspace_id: workspaceId, id }) => keepArchived(app, workspaceId, id));
}

interface Found {
  workspace_id: Uuid;
  id: Uuid;
}

/** Each part that is enrolled changes its campaign: one that has stood still for so long has no job. */
const forgottenAudiences = `
  select c.workspace_id, c.id from campaign c
   where c.state in ('running', 'paused') and c.updated_at < now() - interval '30 seconds' and ${amongTenants('c.workspace_id')}
     and exists (select from audience_part a where a.workspace_id = c.workspace_id and a.campaign_id = c.id) limit 100`;

/** Looks after campaigns for as long as the process runs. */
export const campaignFinisher = repeating('campaign-finisher', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: finishCampaigns,
});
