import { toPublicId, type Mailbox } from '@tabard/contract';
import { fail, type WriteScope } from '#kernel';
import { mailboxColumns, shapeMailbox, type MailboxRow } from './mailbox-row.ts';

/** Takes a mailbox out of use for good: it neither sends nor receives, and its address is free for a new one. */
export async function archiveMailbox(scope: WriteScope, { id }: { id: string }): Promise<Mailbox> {
  const [row] = await scope.sql<MailboxRow>(
    `update mailbox m set archived_at = coalesce(m.archived_at, now()), state = 'paused', problem = null, updated_at = now()
      where m.workspace_id = $1 and m.id = $2 returning ${mailboxColumns}`,
    [scope.workspaceId, id],
  );
  if (!row) return fail('mailbox.not_found');
  scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', id), state: row.state });
  return shapeMailbox(row);
}
