import { msg, str } from '@lit/localize';
import type { ActivityKind, activityDirections, callOutcomes } from '@tabard/contract/crm/activity-words';
import type { IconName } from '../../kit/icon.ts';
import type { Format } from '../../core/format.ts';

type Direction = (typeof activityDirections)[number];
type Outcome = (typeof callOutcomes)[number];

export const activityIcons: Record<ActivityKind, IconName> = {
  call: 'phone',
  meeting: 'calendar',
  mail: 'mail',
  other: 'edit',
};

/** What was done. */
export function activityWord(kind: ActivityKind): string {
  const words: Record<ActivityKind, string> = {
    call: msg('Call'),
    meeting: msg('Meeting'),
    mail: msg('Mail elsewhere'),
    other: msg('Something else'),
  };
  return words[kind];
}

export const directionWord = (direction: Direction): string =>
  direction === 'outgoing' ? msg('From us') : msg('From them');

/** What came of a call. */
export function outcomeWord(outcome: Outcome): string {
  const words: Record<Outcome, string> = {
    reached: msg('Reached'),
    no_answer: msg('No answer'),
    left_message: msg('Left a message'),
    busy: msg('Busy'),
    wrong_number: msg('Wrong number'),
    call_back: msg('Wants to be called back'),
  };
  return words[outcome];
}

/** How long something took. */
export function minutesWord(minutes: number, format: Format): string {
  const count = format.number(minutes);
  return format.plural(minutes, { one: msg('1 minute'), other: msg(str`${count} minutes`) });
}
