import type { Delivery, deliveryDecideInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type WriteScope } from '#kernel';
import { endEnrollments } from './end-enrollments.ts';
import { getDelivery } from './read-deliveries.ts';
import { sendMailboxQueue } from './send-mailbox-queue.job.ts';
import { settleDelivery } from './settle-delivery.ts';

/** A person's word on a mail whose outcome is unknown: it arrived, send the same bytes again, or give it up. */
export async function decideDelivery(
  scope: WriteScope,
  { id, decision }: z.output<typeof deliveryDecideInput>,
): Promise<Delivery> {
  const [row] = await scope.sql<{ state: string; mailbox_id: string; enrollment_id: string | null }>(
    'select state, mailbox_id, enrollment_id from delivery where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, id],
  );
  if (!row) return fail('delivery.not_found');
  if (row.state !== 'unknown') fail('delivery.wrong_state');
  if (decision === 'accepted')
    await settleDelivery(scope, { deliveryId: id, evidence: 'accepted', reply: 'Marked as sent by hand.' });
  if (decision === 'send_again') {
    await scope.sql(
      `update delivery set state = 'planned', troubled = false, due_at = now(), opened_at = null, decide_at = null where workspace_id = $1 and id = $2`,
      [scope.workspaceId, id],
    );
    scope.enqueue(sendMailboxQueue, { workspaceId: scope.workspaceId, mailboxId: row.mailbox_id });
  }
  if (decision === 'cancelled') {
    await scope.sql(
      `update delivery set state = 'cancelled', troubled = false, pack_id = null, decide_at = null, reply = 'Given up by hand.' where workspace_id = $1 and id = $2`,
      [scope.workspaceId, id],
    );
    await endEnrollments(scope, [row], 'stopped');
  }
  return getDelivery(scope, { id });
}
