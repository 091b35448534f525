import type { Uuid } from '@tabard/contract';
import type { CallScope } from '#kernel';
import { finishSettled, type SettledRow } from './record-outcomes.ts';
import { reconcileDelivery } from './reconcile-delivery.job.ts';
import { returnCap } from './return-cap.ts';

/**
 * Takes care of mails whose worker did not come back. A mail that had not passed the gate has sent nothing and waits again; of any
 * other nobody knows whether it arrived: it becomes unknown and evidence is looked for.
 */
export async function recoverDeliveries(scope: CallScope): Promise<void> {
  await scope.write(async (write) => {
    const rows = await write.sql<SettledRow & { mailbox_id: Uuid }>(recoverSql, [write.workspaceId]);
    const unknown = rows.filter((row) => row.state === 'unknown');
    await finishSettled(write, unknown);
    for (const row of unknown) write.enqueue(reconcileDelivery, { workspaceId: write.workspaceId, deliveryId: row.id });
    const waiting = Map.groupBy(
      rows.filter((row) => row.state === 'planned'),
      (row) => row.mailbox_id,
    );
    for (const [mailboxId, mails] of waiting)
      await returnCap(
        write.sql,
        { workspaceId: write.workspaceId, mailboxId },
        mails.map((mail) => mail.day),
      );
  });
}

const recoverSql = `
  with lost as (
    select id, day::text as day, opened_at is null as untouched from delivery
     where workspace_id = $1 and state = 'submitting' and lease_until < now() order by lease_until limit 1000 for update skip locked
  )
  update delivery d
     set state = case when lost.untouched then 'planned' else 'unknown' end, fence = null, lease_until = null,
         attempts = d.attempts - case when lost.untouched then 1 else 0 end,
         day = case when lost.untouched then null else d.day end,
         reply = case when lost.untouched then d.reply else 'The connection ended before the server answered.' end
    from lost where d.workspace_id = $1 and d.id = lost.id
  returning d.id, d.state, d.mailbox_id, d.campaign_id, d.enrollment_id, d.step_id, d.lead_id, d.inbox_message_id, d.to_address, d.reply, lost.day`;
