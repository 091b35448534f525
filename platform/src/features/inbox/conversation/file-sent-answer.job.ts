import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { mailServerColumns, mailServerOf, type MailServerRow } from '#features/outreach/mailbox';
import { defineJob } from '#kernel';

/** Puts a copy of a sent answer into the mailbox's Sent folder, where its owner looks for it. Best effort. */
export const fileSentAnswer = defineJob({
  name: 'file-sent-answer',
  schema: z.object({ workspaceId: z.uuid(), messageId: z.string() }),
  // About two minutes of waiting for the answer to leave; one that takes longer is not filed.
  attempts: 8,
  async handler(scope, { workspaceId, messageId }) {
    const [row] = await scope.read<MailServerRow & { state: string; raw_hash: string }>(
      `select d.state, d.raw_hash, ${mailServerColumns} from delivery d
         join mailbox m on m.workspace_id = d.workspace_id and m.id = d.mailbox_id
        where d.workspace_id = $1 and d.message_id = $2 and d.enrollment_id is null`,
      [workspaceId, messageId],
    );
    if (!row || row.imap_host === null) return;
    if (row.state === 'planned' || row.state === 'submitting') throw new Error('The answer has not left yet.');
    if (row.state !== 'accepted') return;
    const raw = await buffer(await scope.app.ports.blobs.get(`${workspaceId}/mail/${row.raw_hash}`));
    await scope.app.ports.mailboxReader.appendSent(mailServerOf(scope.app, row, 'imap'), raw);
  },
});
