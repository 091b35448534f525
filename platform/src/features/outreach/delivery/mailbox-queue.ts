import type { Uuid } from '@tabard/contract';
import type { App, CallScope, Statement } from '#kernel';

/** One mailbox on its way through its due mails: everything that leaves through it passes here. */
export interface MailboxQueue {
  readonly app: App;
  readonly scope: CallScope;
  readonly workspaceId: Uuid;
  readonly mailboxId: Uuid;
}

/** What the mails of one batch have in common. */
export interface BatchTerms {
  /** The workspace's local day, whose cap they take places of. */
  day: string;
  daily_cap: number;
  workspace_cap: number | null;
  /** The database's time. */
  now: Date;
}

/** A mail that belongs to this worker until its lease ends. */
export interface ClaimedMail {
  id: Uuid;
  /** The claim that says whose it is. */
  fence: Uuid;
  to: string;
  raw: Uint8Array;
  attempts: number;
  /** Whether the mailbox came to rest over this mail before. */
  blamed: boolean;
  plannedAt: Date;
  campaignId: Uuid | null;
  stepId: Uuid | null;
  /** The answer of the inbox that it carries. */
  answer: { messageId: Uuid; conversationId: Uuid } | null;
  /** When the step after this one is due if it is accepted now; null when none follows. */
  nextStepAt: () => Date | null;
}

/** Whether a mailbox in this state sends: one that fails is tried again, any other waits for a person. */
export const sends = (state: string) => state === 'active' || state === 'failing';

/** Mailboxes that keep a gap count it from the answer: a slow server must not make it shorter. */
export const keepGap = (workspaceId: Uuid, mailboxIds: readonly Uuid[]): Statement => ({
  name: 'mailbox-gap',
  text: `update mailbox set next_send_at = greatest(next_send_at, clock_timestamp() + make_interval(secs => min_gap))
          where workspace_id = $1 and id = any($2::uuid[]) and min_gap > 0`,
  values: [workspaceId, mailboxIds],
});
