import { dueDay, dueTime } from '@tabard/contract/crm/task-words';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** Rules that come again more often than daily would fill a list. */
const frequencies = /(?:^|;)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;
/** Parts that people need. A count would begin anew with each that is made. */
const parts = /^(?:FREQ|INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|UNTIL|WKST)=[A-Z0-9,+-]+$/;

/** A rule as it is kept: capitals, without what stands before it in files. */
export const settleRule = (given: string): string =>
  given
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');

/** Whether a rule can be followed from a day on. */
export function isRule(rule: string): boolean {
  if (!frequencies.test(rule) || !rule.split(';').every((part) => parts.test(part))) return false;
  try {
    dayAfter(rule, '2026-01-01', '2026-01-01');
    return true;
  } catch {
    return false;
  }
}

/** Whether a rule says by itself that nothing comes on this day or later. */
export function endsBefore(rule: string, day: string): boolean {
  const [, until] = /(?:^|;)UNTIL=(\d{8})/.exec(rule) ?? [];
  return until !== undefined && until < day.replaceAll('-', '');
}

/**
 * When a task is due next that was due then: the first time of its rule that is not before `today`; null where the rule has ended. Days are
 * counted on the calendar and the time of day stays, so nine o'clock is nine o'clock on both sides of a change of the clocks.
 */
export function nextDue(rule: string, due: string, today: string): string | null {
  const [day, time] = [dueDay(due), dueTime(due)];
  const before = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const next = dayAfter(rule, day, before > day ? before : day);
  return next && time !== null ? `${next}T${time}` : next;
}

/** @throws Error where the rule is none, or comes never again. */
function dayAfter(rule: string, first: string, day: string): string | null {
  const every = new RRuleTemporal({ rruleString: `DTSTART:${first.replaceAll('-', '')}T000000Z\nRRULE:${rule}` });
  return (
    every
      .next(new Date(`${day}T00:00:00Z`), false)
      ?.toPlainDate()
      .toString() ?? null
  );
}
