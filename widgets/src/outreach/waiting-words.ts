import { msg, str } from '@lit/localize';
import type { Enrollment } from '@tabard/contract';

type WaitReason = NonNullable<Enrollment['reason']>;

/** Why a mail does not leave right now, with what to do where something can be done; null for a reason of a newer platform. */
export function waitingWords(reason: string): string | null {
  const words: Record<WaitReason, () => string> = {
    paused: () => msg('The campaign is paused. Resume it to go on.'),
    outside_window: () => msg('The sending window is closed.'),
    mailbox_cap: () => msg('The mailbox has sent as many mails as it may today.'),
    workspace_shut: () => msg('The workspace is suspended or archived, or an organization above it is.'),
    workspace_cap: () => msg('The workspace has sent as many mails as it may today.'),
    mailbox_gap: () => msg('The mailbox keeps its gap between two mails.'),
    mailbox_problem: () => msg('The mailbox cannot send. Open it to see why.'),
    mailbox_archived: () => msg('The mailbox is archived. Restore it, or choose another one in the settings.'),
    waiting_delay: () => msg('The delay before the next step has not passed.'),
    retry: () => msg('The mail was not taken at the first try. It is sent again after a while.'),
    due_now: () => msg('About to be sent.'),
    excluded: () =>
      msg('On a list of leads that no campaign enrolls. Take them off it to let later campaigns reach them.'),
    enrolling: () => msg('Not added to the campaign yet: the launch is still at work on its audience.'),
    unknown_outcome: () => msg('It is not known whether the last mail arrived.'),
    paused_by_person: () => msg('Paused by hand. Resume it to go on.'),
    open_question: () => msg('Their last mail leaves a question open. Decide it in the inbox.'),
  };
  return Object.hasOwn(words, reason) ? words[reason as WaitReason]() : null; // one of its keys
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "in 5 minutes", written out, as it stands within a sentence. */
function whenWords(left: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale);
  if (left < HOUR) return format.format(Math.round(left / MINUTE), 'minute');
  return left < 2 * DAY ? format.format(Math.round(left / HOUR), 'hour') : format.format(Math.round(left / DAY), 'day');
}

/** The same, with when it ends for the first of those who wait. What ends within the minute, or has just ended, needs no time. */
export function waitingUntil(reason: string, until: string, locale: string): string | null {
  const words = waitingWords(reason);
  const left = Date.parse(until) - Date.now();
  if (words === null || !(left >= MINUTE)) return words;
  const when = whenWords(left, locale);
  if (reason === 'waiting_delay') return msg(str`The delay before the next step ends ${when} for the first of them.`);
  if (reason === 'outside_window') return msg(str`The sending window is closed and opens ${when}.`);
  return `${words} ${msg(str`The first of them goes on ${when}.`)}`;
}
