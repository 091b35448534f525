import { toPublicId, type Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

export interface MailboxProblem {
  /** `failing` is tried again by itself, `disconnected` waits for a person. */
  state: 'failing' | 'disconnected';
  /** What is wrong and what to do, for the person who set the mailbox up. */
  problem: string;
}

/** Notes why a mailbox does not work. A paused or archived one keeps its state, and a repeated report tells nobody again. */
export async function reportMailboxProblem(scope: WriteScope, mailboxId: Uuid, report: MailboxProblem): Promise<void> {
  const rows = await scope.sql(
    `update mailbox set state = $3, problem = $4, updated_at = now()
      where workspace_id = $1 and id = $2 and archived_at is null and state <> 'paused'
        and (state, problem) is distinct from ($3::text, $4::text) returning id`,
    [scope.workspaceId, mailboxId, report.state, report.problem],
  );
  if (rows.length > 0)
    scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', mailboxId), state: report.state });
}

/** Notes that a mailbox works again. */
export async function clearMailboxProblem(scope: WriteScope, mailboxId: Uuid): Promise<void> {
  const rows = await scope.sql(
    `update mailbox set state = 'active', problem = null, updated_at = now()
      where workspace_id = $1 and id = $2 and archived_at is null and state in ('failing', 'disconnected') returning id`,
    [scope.workspaceId, mailboxId],
  );
  if (rows.length > 0) scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', mailboxId), state: 'active' });
}
