import { createHash } from 'node:crypto';
import type { Uuid } from '@tabard/contract';
import { newId, type WriteScope } from '#kernel';

/** Plans the delivery of an answer out of the inbox. Stand-in until the delivery's own act joins. */
export async function planReply(
  scope: WriteScope,
  input: {
    mailboxId: Uuid;
    to: string;
    subject: string;
    messageId: string;
    raw: Uint8Array;
    inboxMessageId: Uuid;
    leadId: Uuid | null;
  },
): Promise<void> {
  await scope.sql(
    `insert into delivery (workspace_id, id, mailbox_id, lead_id, inbox_message_id, to_address, subject, message_id, raw, raw_hash, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      scope.workspaceId,
      newId(),
      input.mailboxId,
      input.leadId,
      input.inboxMessageId,
      input.to,
      input.subject,
      input.messageId,
      Buffer.from(input.raw),
      createHash('sha256').update(input.raw).digest('hex'),
    ],
  );
}
