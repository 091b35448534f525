import { toPublicId } from '@tabard/contract';
import type { Lane } from './lane.ts';
import type { MailboxTrouble } from './outcome.rules.ts';

/** How long a mailbox rests whose server cannot be reached or wants a break. */
const restSeconds = 15;

/**
 * Says on the mailbox why it cannot send. Trouble that passes makes it rest for a moment; a refused sign-in or a provider's policy
 * stops it until somebody mends it. Its mails wait and lose nothing.
 */
export async function reportTrouble({ scope, mailboxId }: Lane, trouble: MailboxTrouble): Promise<void> {
  await scope.write(async (write) => {
    const [row] = await write.sql<{ state: string }>(
      `update mailbox set problem = $3, updated_at = now(),
              state = case when $4 then 'failing' else state end,
              next_send_at = case when $4 then next_send_at else greatest(next_send_at, now() + make_interval(secs => $5)) end
        where workspace_id = $1 and id = $2 and state = 'active' returning state`,
      [write.workspaceId, mailboxId, trouble.words, trouble.kind === 'failing', restSeconds],
    );
    if (row) write.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', mailboxId), state: row.state });
  });
}

/** The mailbox sends again: what was wrong is over. */
export async function clearTrouble({ scope, mailboxId }: Lane): Promise<void> {
  await scope.write(async (write) => {
    const rows = await write.sql(
      `update mailbox set problem = null, updated_at = now()
        where workspace_id = $1 and id = $2 and state = 'active' and problem is not null returning id`,
      [write.workspaceId, mailboxId],
    );
    if (rows.length > 0)
      write.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', mailboxId), state: 'active' });
  });
}
