import type { Trouble } from '@tabard/contract/insight/roll-up-words';
import { troubles } from '@tabard/contract/insight/roll-up-words';
import type { Counts } from '#features/insight/analytics';

/** What is known of a workspace in a period. */
export interface Health {
  counts: Counts;
  standing: string;
  runningCampaigns: number;
  mailboxes: number;
  /** Mailboxes that cannot send or receive. */
  troubledMailboxes: number;
  /** Mails of which nobody knows whether they arrived. */
  unknown: number;
}

/** Below so many mails a share says nothing. */
const leastMails = 50;
/** Where mail providers begin to refuse a sender: more than three complaints in a thousand mails. */
const mostComplaints = 0.003;
/** More than one address in twenty is gone: the list was not checked. */
const mostBounces = 0.05;

/** What is wrong in a workspace, the worst first. One that is shut has no trouble but that. */
export function troublesOf(health: Health): { code: Trouble; count: number }[] {
  if (health.standing !== 'open') return [];
  return troubles.flatMap((code) => {
    const count = countOf[code](health);
    return count === null ? [] : { code, count };
  });
}

const share = (count: number, { sent }: Counts, most: number): number | null =>
  sent >= leastMails && count / sent > most ? count : null;
const some = (count: number): number | null => (count > 0 ? count : null);

const countOf: Readonly<Record<Trouble, (health: Health) => number | null>> = {
  complaints: ({ counts }) => share(counts.complained, counts, mostComplaints),
  mailboxes: ({ troubledMailboxes }) => some(troubledMailboxes),
  bounces: ({ counts }) => share(counts.bounced, counts, mostBounces),
  unknown: ({ unknown }) => some(unknown),
  quiet: ({ counts, runningCampaigns }) => (counts.sent === 0 ? some(runningCampaigns) : null),
  unset: ({ mailboxes }) => (mailboxes === 0 ? 0 : null),
};
