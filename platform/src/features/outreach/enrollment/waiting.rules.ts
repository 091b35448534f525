import type { whyNotNowReasons } from '@tabard/contract';

/** A reason why a mail does not leave right now. */
export type WaitingReason = (typeof whyNotNowReasons)[number];

/** What decides whether a mailbox can send for a campaign right now. */
export interface MailboxQueueState {
  campaignState: string;
  windowOpen: boolean;
  /** Whether the workspace is neither suspended nor archived, nor anything above it. */
  workspaceOpen: boolean;
  mailboxState: string;
  /** Mails the mailbox and the whole workspace may still send today; null where there is no limit. */
  mailboxLeft: number;
  workspaceLeft: number | null;
  nextSendAt: Date;
}

/** Why nothing leaves through this mailbox queue, or null when something is about to. */
export function mailboxQueueReason(mailboxQueue: MailboxQueueState, now: Date): WaitingReason | null {
  if (!mailboxQueue.workspaceOpen) return 'workspace_shut';
  if (mailboxQueue.campaignState === 'paused') return 'paused';
  if (mailboxQueue.mailboxState === 'archived') return 'mailbox_archived';
  if (mailboxQueue.mailboxState !== 'active' && mailboxQueue.mailboxState !== 'failing') return 'mailbox_problem';
  if (!mailboxQueue.windowOpen) return 'outside_window';
  if (mailboxQueue.mailboxLeft <= 0) return 'mailbox_cap';
  if (mailboxQueue.workspaceLeft !== null && mailboxQueue.workspaceLeft <= 0) return 'workspace_cap';
  if (mailboxQueue.nextSendAt <= now) return null;
  // One that fails rests until then; any other only keeps its gap.
  return mailboxQueue.mailboxState === 'failing' ? 'mailbox_problem' : 'mailbox_gap';
}

/** What each reason says to a person, with what to do where something can be done. */
export const waitingMessages: Record<WaitingReason, string> = {
  workspace_shut: 'The workspace is suspended or archived, or an organization above it is.',
  paused: 'The campaign is paused. Resume it to go on.',
  outside_window: 'The sending window of the campaign is closed.',
  mailbox_cap: 'The mailbox has sent as many mails as it may today. Raise its daily cap or add a mailbox.',
  workspace_cap: 'The workspace has sent as many mails as it may today.',
  mailbox_gap: 'The mailbox keeps its gap between two mails.',
  mailbox_problem: 'The mailbox cannot send. Open it to see why.',
  mailbox_archived: 'The mailbox is archived. Restore it, or choose another one for the campaign.',
  waiting_delay: 'The delay before the next step has not passed.',
  retry: 'The mail was not taken at the first try. It is sent again after a while.',
  due_now: 'About to be sent.',
  enrolling: 'Not added to the campaign yet: the launch is still at work on its audience.',
  excluded: 'On a list of leads that no campaign enrolls. Take them off the list to let later campaigns reach them.',
  unknown_outcome: 'It is not known whether the last mail arrived. Decide it under deliveries.',
  paused_by_person: 'Paused by hand. Resume it to go on.',
  open_question: 'Their last mail leaves a question open. Decide it in the inbox.',
};
