import { hash } from 'node:crypto';
import type { Uuid } from '@tabard/contract';
import { addressHash } from '#features/outreach/suppression';
import { newId, type WriteScope } from '#kernel';
import { writePack } from './mail-pack.ts';
import { sendMailboxQueue } from './send-mailbox-queue.job.ts';

/** An answer out of the inbox, written to the last byte. */
export interface PlannedReply {
  mailboxId: Uuid;
  to: string;
  subject: string;
  /** Without its angle brackets. */
  messageId: string;
  raw: Uint8Array;
  inboxMessageId: Uuid;
  leadId: Uuid | null;
}

/** Hands an answer to the same pipeline that campaigns use: it leaves at once, outside any window, and just as surely. */
export async function planReply(scope: WriteScope, reply: PlannedReply): Promise<{ deliveryId: Uuid }> {
  const deliveryId = newId();
  const [place] = await writePack(scope.sql, scope.workspaceId, [reply.raw]);
  await scope.sql(
    `insert into delivery (workspace_id, id, mailbox_id, lead_id, inbox_message_id, to_address, address_hash, subject, message_id, raw_hash, pack_id, pack_size, state, troubled, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'planned', false, now())`,
    [
      scope.workspaceId,
      deliveryId,
      reply.mailboxId,
      reply.leadId,
      reply.inboxMessageId,
      reply.to,
      addressHash(scope.app, scope.workspaceId, reply.to),
      reply.subject,
      reply.messageId,
      hash('sha256', reply.raw),
      place!.pack_id,
      place!.pack_size,
    ],
  );
  scope.enqueue(sendMailboxQueue, { workspaceId: scope.workspaceId, mailboxId: reply.mailboxId });
  return { deliveryId };
}
