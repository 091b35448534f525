import type { whyNotNowReasons } from '@tabard/contract';

/** A reason why a mail does not leave right now. */
export type WaitingReason = (typeof whyNotNowReasons)[number];

/** What decides whether a mailbox can send for a campaign right now. */
export interface LaneState {
  campaignState: string;
  windowOpen: boolean;
  mailboxState: string;
  /** Mails the mailbox and the whole workspace may still send today; null where there is no limit. */
  mailboxLeft: number;
  workspaceLeft: number | null;
  nextSendAt: Date;
}

/** Why nothing leaves through this lane, or null when something is about to. */
export function laneReason(lane: LaneState, now: Date): WaitingReason | null {
  if (lane.campaignState === 'paused') return 'paused';
  if (lane.mailboxState !== 'active' && lane.mailboxState !== 'failing') return 'mailbox_problem';
  if (!lane.windowOpen) return 'outside_window';
  if (lane.mailboxLeft <= 0) return 'mailbox_cap';
  if (lane.workspaceLeft !== null && lane.workspaceLeft <= 0) return 'workspace_cap';
  if (lane.nextSendAt <= now) return null;
  // One that fails rests until then; any other only keeps its gap.
  return lane.mailboxState === 'failing' ? 'mailbox_problem' : 'mailbox_gap';
}

/** What each reason says to a person, with what to do where something can be done. */
export const waitingMessages: Record<WaitingReason, string> = {
  paused: 'The campaign is paused. Resume it to go on.',
  outside_window: 'The sending window of the campaign is closed.',
  mailbox_cap: 'The mailbox has sent as many mails as it may today. Raise its daily cap or add a mailbox.',
  workspace_cap: 'The workspace has sent as many mails as it may today.',
  mailbox_gap: 'The mailbox keeps its gap between two mails.',
  mailbox_problem: 'The mailbox cannot send. Open it to see why.',
  waiting_delay: 'The delay before the next step has not passed.',
  retry: 'The mail was not taken at the first try. It is sent again after a while.',
  due_now: 'About to be sent.',
  enrolling: 'Not added to the campaign yet: the launch is still at work on its audience.',
  unknown_outcome: 'It is not known whether the last mail arrived. Decide it under deliveries.',
};
