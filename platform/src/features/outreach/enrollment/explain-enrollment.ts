import type { Enrollment } from '@tabard/contract';
import type { Uuid } from '@tabard/contract';
import type { MailboxQueueStates } from './read-mailbox-queue-states.ts';
import { mailboxQueueReason, type WaitingReason } from './waiting.rules.ts';

/** What decides whether a lead gets its next mail. */
export interface Standing {
  mailbox_id: Uuid;
  state: Enrollment['state'];
  paused_by: string | null;
  next_step_at: Date | null;
  /** State and next try of its mail that is neither taken nor given up. */
  open_state: string | null;
  retry_at: Date | null;
}

/** SQL of the mail of an enrollment `e` that is under way. */
export const openMail = `lateral (
           select d.state, d.due_at from delivery d where d.workspace_id = e.workspace_id and d.enrollment_id = e.id
              and d.state in ('planned', 'submitting', 'unknown') limit 1) as o`;

/** Why a lead gets no mail right now; null when one is about to leave, or none will. */
export function explainEnrollment(row: Standing, mailboxQueues: MailboxQueueStates): WaitingReason | null {
  if (row.state === 'paused') return row.paused_by === 'person' ? 'paused_by_person' : 'open_question';
  if (row.state !== 'active') return null;
  if (row.open_state === 'unknown') return 'unknown_outcome';
  // What is due by the time the window opens waits for the window, however it came to that moment.
  if (row.next_step_at && row.next_step_at > mailboxQueues.opensAt) return 'waiting_delay';
  if (row.retry_at && row.retry_at > mailboxQueues.opensAt) return 'retry';
  const mailboxQueue = mailboxQueues.byMailbox.get(row.mailbox_id);
  return mailboxQueue ? mailboxQueueReason(mailboxQueue, mailboxQueues.now) : 'mailbox_problem';
}
