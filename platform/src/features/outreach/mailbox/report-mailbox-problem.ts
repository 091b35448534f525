import { toPublicId, type Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

export interface MailboxProblem {
  /** `failing` is tried again by itself, `disconnected` waits for a person. */
  state: 'failing' | 'disconnected';
  /** What is wrong and what to do, for the person who set the mailbox up. */
  problem: string;
}

/** Begins every problem of receiving: what works in sending takes back none of these, and the other way round. */
export const receivingProblem = 'Receiving does not work: ';

/**
 * Notes why a mailbox does not work. A repeated report tells nobody again; a paused one keeps its state, and its problem until it goes on.
 */
export async function reportMailboxProblem(scope: WriteScope, mailboxId: Uuid, report: MailboxProblem): Promise<void> {
  const [row] = await scope.sql<{ state: string }>(
    `update mailbox set state = case state when 'paused' then 'paused' else $3 end, problem = $4, updated_at = now()
      where workspace_id = $1 and id = $2 and archived_at is null
        and (case state when 'paused' then 'paused' else $3::text end, $4::text) is distinct from (state, problem) returning state`,
    [scope.workspaceId, mailboxId, report.state, report.problem],
  );
  if (row) scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', mailboxId), state: row.state });
}

/** Notes that a mailbox works again: altogether, or that it sends, which says nothing of a problem of receiving. */
export async function clearMailboxProblem(
  scope: WriteScope,
  mailboxId: Uuid,
  { of }: { of?: 'sending' } = {},
): Promise<void> {
  const [row] = await scope.sql<{ state: string }>(
    `update mailbox set state = case state when 'paused' then 'paused' else 'active' end, problem = null, updated_at = now()
      where workspace_id = $1 and id = $2 and archived_at is null and (state in ('failing', 'disconnected') or problem is not null)
        and ($3::text is null or problem is null or not starts_with(problem, $4)) returning state`,
    [scope.workspaceId, mailboxId, of ?? null, receivingProblem],
  );
  if (row) scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', mailboxId), state: row.state });
}
