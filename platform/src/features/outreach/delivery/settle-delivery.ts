import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Settles an unknown outcome by evidence. Stand-in until the delivery's own act joins. */
export async function settleDelivery(
  scope: WriteScope,
  input: { messageId?: string; deliveryId?: Uuid; evidence: 'accepted' | 'rejected'; reply: string },
): Promise<void> {
  await scope.sql(
    `update delivery set state = $4, reply = $5 where workspace_id = $1 and (id = $2 or message_id = $3) and state = 'unknown'`,
    [scope.workspaceId, input.deliveryId ?? null, input.messageId ?? null, input.evidence, input.reply],
  );
}
