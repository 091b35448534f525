import { Temporal } from 'temporal-polyfill';
import { basic } from './calendar-lines.ts';

/** How many years of changes stand in a calendar, from the one before its first event. */
const years = 12;

/** Content lines that say what a time zone's clocks show: each change of some years by itself (RFC 5545, 3.6.5). */
export function writeTimeZone(timeZone: string, firstDay: string): string[] {
  const first = Temporal.PlainDate.from(firstDay).subtract({ years: 1 });
  const start = first.toZonedDateTime(timeZone);
  const last = start.add({ years });
  const parts = observance(start, start.offset);
  let change = start.getTimeZoneTransition('next');
  while (change && Temporal.ZonedDateTime.compare(change, last) < 0) {
    parts.push(...observance(change, change.subtract({ nanoseconds: 1 }).offset));
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts, 'END:VTIMEZONE'];
}

/** From one moment on the clocks show another time: by the clock that was shown until then. */
function observance(from: Temporal.ZonedDateTime, before: string): string[] {
  const wall = from.toInstant().toZonedDateTimeISO(before).toPlainDateTime();
  const isSummer = from.offsetNanoseconds > standardOffset(from);
  const part = isSummer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${part}`,
    `DTSTART:${basic(wall.toString({ smallestUnit: 'second' }))}`,
    `TZOFFSETFROM:${offsetOf(before)}`,
    `TZOFFSETTO:${offsetOf(from.offset)}`,
    `END:${part}`,
  ];
}

/** The smaller of the offsets of a winter's and a summer's day. */
function standardOffset(at: Temporal.ZonedDateTime): number {
  const of = (month: number) => at.with({ month, day: 1 }).offsetNanoseconds;
  return Math.min(of(1), of(7));
}

const offsetOf = (offset: string): string => offset.replaceAll(':', '');
