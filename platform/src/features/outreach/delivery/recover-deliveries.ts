import type { Uuid } from '@tabard/contract';
import type { CallScope } from '#kernel';
import { finishSettled, type SettledRow } from './record-outcomes.ts';
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
    select id, delivery_ids, opened, opened_at from claim
     where workspace_id = $1 and lease_until < now() order by lease_until limit 100 for update skip locked
  ), ended as (
    delete from claim c using lost where c.workspace_id = $1 and c.id = lost.id
  ), mails as (
    select d.id, d.day::text as day, d.id <> all(lost.opened) as untouched, lost.opened_at
      from lost cross join unnest(lost.delivery_ids) as m(id) join delivery d on d.workspace_id = $1 and d.id = m.id and d.fence = lost.id
       for update of d
  )
  update delivery d
     set state = case when mails.untouched then 'planned' else 'unknown' end, troubled = not mails.untouched, fence = null,
         due_at = case when mails.untouched then now() end,
         decide_at = case when mails.untouched then null else now() end,
         opened_at = case when mails.untouched then null else mails.opened_at end,
         attempts = d.attempts - case when mails.untouched then 1 else 0 end,
         day = case when mails.untouched then null else d.day end,
         reply = case when mails.untouched then d.reply else 'The connection ended before the server answered.' end
    from mails where d.workspace_id = $1 and d.id = mails.id
  returning d.id, d.state, d.mailbox_id, d.campaign_id, d.enrollment_id, d.step_id, d.lead_id, d.inbox_message_id, d.to_address, d.reply, mails.day`;
