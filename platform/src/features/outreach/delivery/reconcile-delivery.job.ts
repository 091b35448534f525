import { z } from 'zod';
import { mailServerColumns, mailServerOf, type MailServerRow } from '#features/outreach/mailbox';
import { defineJob, type CallScope } from '#kernel';
import { settleDelivery } from './settle-delivery.ts';

const payload = z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() });

/**
 * Looks for evidence of a mail whose outcome is unknown. Found in the Sent folder, it was accepted. Otherwise the workspace's
 * guarantee decides: the same bytes again, or stop and leave it to a person.
 */
export const reconcileDelivery = defineJob({
  name: 'reconcile-delivery',
  schema: payload,
  concurrency: 4,
  attempts: 3,
  dedupe: ({ deliveryId }) => deliveryId,
  async handler(scope, { deliveryId }) {
    const found = await findEvidence(scope, deliveryId);
    if (found === null) return;
    await scope.write(async (write) => {
      if (found) await settleDelivery(write, { deliveryId, evidence: 'accepted', reply: 'Found in the Sent folder.' });
      else await write.sql(sendAgain, [write.workspaceId, deliveryId]);
    });
  },
});

/** Only under `at_least_once`; the receiver sees the same id and date, and can tell that it is the same mail. */
const sendAgain = `
  update delivery d set state = 'planned', troubled = false, due_at = now(), opened_at = null from workspace w
   where d.workspace_id = $1 and d.id = $2 and d.state = 'unknown' and d.pack_id is not null
     and w.id = d.workspace_id and w.delivery_guarantee = 'at_least_once'`;

/** Whether the Sent folder holds the mail; null when there is nothing to decide any more. */
async function findEvidence(scope: CallScope, deliveryId: string): Promise<boolean | null> {
  const [row] = await scope.read<MailServerRow & { message_id: string }>(
    `select ${mailServerColumns}, d.message_id from delivery d join mailbox m on m.workspace_id = d.workspace_id and m.id = d.mailbox_id
      where d.workspace_id = $1 and d.id = $2 and d.state = 'unknown'`,
    [scope.workspaceId, deliveryId],
  );
  if (!row) return null;
  if (!row.imap_host) return false;
  const server = mailServerOf(scope.app, row, 'imap');
  return (await scope.app.ports.mailboxReader.findSent(server, row.message_id).catch(() => null)) === true;
}
