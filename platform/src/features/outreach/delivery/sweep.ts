import type { Uuid } from '@tabard/contract';
import { windowOpenSql } from '#features/outreach/enrollment';
import {
  amongOpenTenants,
  amongTenants,
  failpoint,
  jobPrincipal,
  openScope,
  repeating,
  TenantWork,
  type App,
} from '#kernel';
import { closePools } from './mailbox-queue-pools.ts';
import { reconcileDelivery } from './reconcile-delivery.job.ts';
import { recoverDeliveries } from './recover-deliveries.ts';
import { sendMailboxQueue } from './send-mailbox-queue.job.ts';

interface Found {
  workspace_id: Uuid;
  id: Uuid;
}

// A look of each kind has its own: a workspace that one of them stumbles over is still seen by the others.
const [recovering, reconciling, waking] = ['recover', 'reconcile', 'wake'].map(
  (kind) => new TenantWork(`sweeper.${kind}`),
) as [TenantWork, TenantWork, TenantWork]; // as many as there are names

/**
 * Looks for everything that is due in every workspace. Whatever a queue lost, a crash left or a clock made due is found here; any
 * number of processes may do it at once.
 */
async function sweep(app: App): Promise<void> {
  const lost = await recovering.find<Found>(app, expiredClaims);
  await recovering.each(app, lost, ({ workspace_id: workspaceId }) =>
    recoverDeliveries(openScope(app, workspaceId, jobPrincipal('sweep', workspaceId))),
  );
  await failpoint('c9', app.config.process.failpoint);
  for (const { workspace_id: workspaceId, id: deliveryId } of await reconciling.find<Found>(app, undecidedMails))
    await app.jobs.add(reconcileDelivery, { workspaceId, deliveryId });
  const mailboxQueues = await waking.find<Found>(app, dueMailboxQueues);
  // What is due is committed; its wake-up is not queued yet.
  if (mailboxQueues.length > 0) await failpoint('c0', app.config.process.failpoint);
  for (const mailboxQueue of mailboxQueues)
    await app.jobs.add(sendMailboxQueue, { workspaceId: mailboxQueue.workspace_id, mailboxId: mailboxQueue.id });
}

const expiredClaims = `select distinct workspace_id from claim where lease_until < now() and ${amongTenants('workspace_id')}`;

const undecidedMails = `
  select workspace_id, id from delivery where decide_at <= now() and state = 'unknown' and ${amongTenants('workspace_id')} order by decide_at limit 1000`;

/** One look into an index for each mailbox and campaign, however long their queues are. */
const dueMailboxQueues = `
  select m.workspace_id, m.id from mailbox m
   where m.state in ('active', 'failing') and m.archived_at is null and m.next_send_at <= now() and ${amongOpenTenants('m.workspace_id')}
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
