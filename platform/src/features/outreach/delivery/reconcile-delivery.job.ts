import { z } from 'zod';
import { mailServerColumns, mailServerOf, type MailServerRow } from '#features/outreach/mailbox';
import { defineJob, type CallScope } from '#kernel';
import { sendMailboxQueue } from './send-mailbox-queue.job.ts';
import { settleDelivery } from './settle-delivery.ts';

const payload = z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() });

/**
 * Looks for evidence of a mail whose outcome is unknown. Found in the Sent folder, it was accepted. Otherwise the workspace's
 * guarantee decides: the same bytes again, or stop and leave it to a person. The sweep asks for this until it is decided.
 */
export const reconcileDelivery = defineJob({
  name: 'reconcile-delivery',
  schema: payload,
  concurrency: 4,
  attempts: 1,
  dedupe: ({ deliveryId }) => deliveryId,
  async handler(scope, { workspaceId, deliveryId }) {
    const found = await findEvidence(scope, deliveryId);
    if (found === 'settled') return;
    await scope.write(async (write) => {
      if (found === 'sent')
        return void (await settleDelivery(write, {
          deliveryId,
          evidence: 'accepted',
          reply: 'Found in the Sent folder.',
        }));
      const [mail] = await write.sql<{ state: string; mailbox_id: string }>(decide, [
        workspaceId,
        deliveryId,
        found === 'unreadable',
      ]);
      if (mail?.state === 'planned') write.enqueue(sendMailboxQueue, { workspaceId, mailboxId: mail.mailbox_id });
    });
  },
});

/**
 * The same bytes leave again only under `at_least_once`, and not after days: the receiver sees the same id and date, and can tell that it is
 * the same mail. A Sent folder that cannot be read is asked for an hour. What is left has no moment to decide any more: a person does.
 */
const decide = `
  update delivery d
     set state = case when t.again then 'planned' else 'unknown' end, troubled = not t.again,
         due_at = case when t.again then now() end, opened_at = case when t.again then null else d.opened_at end,
         decide_at = case when t.waits then now() + interval '5 minutes' end
    from (select u.id, $3 and u.since > now() - interval '1 hour' as waits,
                 not ($3 and u.since > now() - interval '1 hour') and u.since > now() - interval '3 days' and u.pack_id is not null
                   and u.delivery_guarantee = 'at_least_once' as again
            from (select m.id, m.pack_id, coalesce(m.opened_at, m.created_at) as since, w.delivery_guarantee
                    from delivery m join workspace w on w.id = m.workspace_id where m.workspace_id = $1 and m.id = $2) as u) as t
   where d.workspace_id = $1 and d.id = $2 and d.id = t.id and d.state = 'unknown'
  returning d.state, d.mailbox_id`;

type Evidence = 'sent' | 'nothing' | 'unreadable' | 'settled';

/** Whether the Sent folder holds the mail; `settled` when there is nothing to decide any more. */
async function findEvidence(scope: CallScope, deliveryId: string): Promise<Evidence> {
  const [row] = await scope.read<MailServerRow & { message_id: string }>(
    `select ${mailServerColumns}, d.message_id from delivery d join mailbox m on m.workspace_id = d.workspace_id and m.id = d.mailbox_id
      where d.workspace_id = $1 and d.id = $2 and d.state = 'unknown'`,
    [scope.workspaceId, deliveryId],
  );
  if (!row) return 'settled';
  if (!row.imap_host) return 'nothing';
  const server = mailServerOf(scope.app, row, 'imap');
  try {
    return (await scope.app.ports.mailboxReader.findSent(server, row.message_id)) ? 'sent' : 'nothing';
  } catch (error) {
    scope.app.log.info({ err: error, workspaceId: scope.workspaceId, deliveryId }, 'the Sent folder cannot be read');
    return 'unreadable';
  }
}
