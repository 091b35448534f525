import { msg, str } from '@lit/localize';
import type { Format } from '../core/format.ts';
import type { Question } from '../core/confirmation.ts';

/** How many leads still wait for mails, as a sentence; null where that is not known. */
function waitingLeads(count: number | null, format: Format): string {
  if (count === null) return msg('Leads who still wait for a mail get none any more.');
  const many = format.number(count);
  if (count === 0) return msg('No mail is waiting.');
  return format.plural(count, {
    one: msg('1 lead still waits for a mail and gets none any more.'),
    other: msg(str`${many} leads still wait for a mail and get none any more.`),
  });
}

/** Before a campaign ends for good. */
export const askComplete = (pending: number | null, format: Format): Question => ({
  heading: msg('Complete this campaign?'),
  text: `${waitingLeads(pending, format)} ${msg('A completed campaign cannot be resumed.')}`,
  act: msg('Complete'),
});

/** Before paused campaigns are archived, which ends them. */
export function askArchive(pending: number | null, format: Format): Question {
  return {
    heading: msg('Complete and archive?'),
    text: `${msg('A paused campaign is completed when it is archived, and cannot be resumed.')} ${waitingLeads(pending, format)}`,
    act: msg('Archive'),
  };
}

/** Before a step of a launched campaign is taken out, with how many leads have yet to get it. */
export function askRemoveStep(waiting: number | null, format: Format): Question {
  const many = format.number(waiting ?? 0);
  const leads =
    waiting === null
      ? msg('Leads who have yet to get it go on with what follows.')
      : format.plural(waiting, {
          one: msg('1 lead has yet to get it and goes on with what follows.'),
          other: msg(str`${many} leads have yet to get it and go on with what follows.`),
        });
  return {
    heading: msg('Remove this step?'),
    text: `${leads} ${msg('It holds once you save; until then Discard brings it back.')}`,
    act: msg('Remove'),
  };
}

/** Before a mailbox of a launched campaign is taken out, with how many leads it still writes to. */
export function askRemoveMailbox(waiting: number | null, format: Format): Question {
  const many = format.number(waiting ?? 0);
  const leads =
    waiting === null
      ? msg('Leads it writes to get their next mails from the other mailboxes, so from another address.')
      : format.plural(waiting, {
          one: msg('1 lead it writes to gets the next mails from another mailbox, so from another address.'),
          other: msg(str`${many} leads it writes to get the next mails from another mailbox, so from another address.`),
        });
  return {
    heading: msg('Remove this mailbox?'),
    text: `${leads} ${msg('It holds once you save; until then Discard brings it back.')}`,
    act: msg('Remove'),
  };
}

/** Before one lead goes past a step. */
export const askSkipStep = (name: string): Question => ({
  heading: msg('Skip the next mail?'),
  text: msg(str`${name} does not get it. What follows waits its own time from now. This cannot be taken back.`),
  act: msg('Skip'),
});

/** Before one lead is taken out of a campaign. */
export const askStopLead = (name: string): Question => ({
  heading: msg('Take this lead out?'),
  text: msg(str`${name} gets no further mail of this campaign. This cannot be taken back.`),
  act: msg('Take out'),
});
