import type { Uuid } from '@tabard/contract';
import { windowOpenSql } from '#features/outreach/enrollment';
import { failpoint, jobPrincipal, openScope, repeating, type App } from '#kernel';
import { closePools } from './lane-pools.ts';
import { recoverDeliveries } from './recover-deliveries.ts';
import { sendLane } from './send-lane.job.ts';

/**
 * Looks for everything that is due in every workspace. Whatever a queue lost, a crash left or a clock made due is found here; any
 * number of processes may do it at once.
 */
async function sweep(app: App): Promise<void> {
  const lost = await app.database.maintain<{ workspace_id: Uuid }>(
    `select distinct workspace_id from claim where lease_until < now()`,
  );
  for (const { workspace_id: workspaceId } of lost)
    await recoverDeliveries(openScope(app, workspaceId, jobPrincipal('sweep', workspaceId)));
  await failpoint('c9', app.config.process.failpoint);
  const lanes = await app.database.maintain<{ workspace_id: Uuid; id: Uuid }>(dueLanes);
  // What is due is committed; its wake-up is not queued yet.
  if (lanes.length > 0) await failpoint('c0', app.config.process.failpoint);
  for (const lane of lanes) await app.jobs.add(sendLane, { workspaceId: lane.workspace_id, mailboxId: lane.id });
}

/** One look into an index for each mailbox and campaign, however long their queues are. */
const dueLanes = `
  select m.workspace_id, m.id from mailbox m
   where m.state in ('active', 'failing') and m.archived_at is null and m.next_send_at <= now()
     and (exists (select from delivery d left join campaign c on c.workspace_id = d.workspace_id and c.id = d.campaign_id
                   where d.workspace_id = m.workspace_id and d.mailbox_id = m.id and d.state = 'planned' and d.due_at <= now()
                     and (d.campaign_id is null or c.state = 'running')
                     and not exists (select from enrollment e where e.workspace_id = d.workspace_id and e.id = d.enrollment_id and e.state = 'paused'))
       or exists (select from campaign c
                   where c.workspace_id = m.workspace_id and c.state = 'running' and m.id = any(c.mailbox_ids) and ${windowOpenSql}
                     and exists (select from enrollment e where e.workspace_id = c.workspace_id and e.campaign_id = c.id
                                    and e.mailbox_id = m.id and e.state = 'active' and e.next_step_at <= now())))`;

/** Sweeps for as long as the process runs. */
export const sweeper = repeating('sweeper', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: sweep,
  close: closePools,
});
