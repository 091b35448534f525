import { reportMailboxProblem } from '#features/outreach/mailbox';
import type { MailboxQueue } from './mailbox-queue.ts';
import type { MailboxTrouble } from './outcome.rules.ts';

/**
 * Says on the mailbox why it cannot send. Trouble that passes makes it rest for as long as it says; a refused sign-in or a provider's policy
 * stops it until somebody mends it. Its mails wait and lose nothing.
 */
export async function restMailbox({ scope, mailboxId }: MailboxQueue, trouble: MailboxTrouble): Promise<void> {
  await scope.write(async (write) => {
    await reportMailboxProblem(write, mailboxId, trouble);
    await write.sql(
      'update mailbox set next_send_at = greatest(next_send_at, now() + make_interval(secs => $3)) where workspace_id = $1 and id = $2',
      [write.workspaceId, mailboxId, trouble.restSeconds],
    );
  });
}
