import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '@tabard/contract';

/** How long after the step before a mail is due. */
export interface Delay {
  amount: number;
  unit: 'minutes' | 'hours' | 'days';
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** Whether mails may leave at this moment: the clock on the wall of the schedule's zone decides. */
export function isWindowOpen(schedule: Schedule, at: Date): boolean {
  return isOpenAt(schedule, zoned(at, schedule.timeZone));
}

function isOpenAt({ days, from, until }: Schedule, { dayOfWeek, hour, minute }: Temporal.ZonedDateTime): boolean {
  const minuteOfDay = hour * 60 + minute;
  return days.includes(dayOfWeek) && minuteOfDay >= minutesOf(from) && minuteOfDay < minutesOf(until);
}

/**
 * The first moment from `at` on at which mails may leave. A window that the change to daylight saving swallows is skipped, and
 * one that the clock passes twice is open both times.
 */
export function nextOpening(schedule: Schedule, at: Date): Date {
  const start = zoned(at, schedule.timeZone);
  if (isOpenAt(schedule, start)) return at;
  const time = Temporal.PlainTime.from(schedule.from);
  // A weekly window that one Sunday's clock change swallows opens a week later; two in a row do not vanish.
  for (let day = 0; day <= 15; day++) {
    const date = start.toPlainDate().add({ days: day });
    if (!schedule.days.includes(date.dayOfWeek)) continue;
    const openings = (['earlier', 'later'] as const).map((disambiguation) =>
      date.toPlainDateTime(time).toZonedDateTime(schedule.timeZone, { disambiguation }),
    );
    // Where the clock goes forward into the window, it opens at the change itself.
    const change = date.toZonedDateTime(schedule.timeZone).getTimeZoneTransition('next');
    if (change?.toPlainDate().equals(date)) openings.push(change);
    const open = openings
      .filter((opening) => Temporal.ZonedDateTime.compare(opening, start) > 0 && isOpenAt(schedule, opening))
      .toSorted((one, other) => Temporal.ZonedDateTime.compare(one, other))[0];
    if (open) return new Date(open.epochMilliseconds);
  }
  throw new Error('The schedule never opens.');
}

/** The moment a delay after another: days are days of the calendar in the zone, hours and minutes are exact. */
export function addDelay(from: Date, { amount, unit }: Delay, timeZone: string): Date {
  if (unit !== 'days') return new Date(from.getTime() + amount * (unit === 'hours' ? 3_600_000 : 60_000));
  return new Date(zoned(from, timeZone).add({ days: amount }).epochMilliseconds);
}

/** When the next mail of an enrollment is due: the delay after `from`, moved into the window. */
export function nextStepAt(from: Date, delay: Delay, schedule: Schedule): Date {
  return nextOpening(schedule, addDelay(from, delay, schedule.timeZone));
}

/**
 * SQL that says whether the window of campaign `c` is open by the database's clock. It means the same as `isWindowOpen`; the
 * database decides whether a mail leaves, the functions above only when to look again.
 */
export const windowOpenSql = `(
  c.schedule->'days' @> to_jsonb(extract(isodow from now() at time zone (c.schedule->>'timeZone'))::int)
  and to_char(now() at time zone (c.schedule->>'timeZone'), 'HH24:MI') >= c.schedule->>'from'
  and to_char(now() at time zone (c.schedule->>'timeZone'), 'HH24:MI') < c.schedule->>'until')`;
