import type { SpanUnit } from './operators.ts';

/** A day of the calendar: `2026-03-29`. Days compare as texts. */
export type Day = string;
/** What time it is, and by which clock days begin. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: number;
  /** IANA time zone. */
  timeZone: string;
}

const second = 1000;
const dayLength = 86_400 * second;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this is a day that exists, from the year 1000 to 9998. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(text) || text > '9999') return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && dayOfUtc(time) === text;
}

const dayOfUtc = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** A day so many units later, or earlier where they are negative. A day that its month does not have is that month's last one. */
export function addToDay(day: Day, count: number, unit: Exclude<SpanUnit, 'hour'>): Day {
  if (unit === 'day' || unit === 'week')
    return dayOfUtc(Date.parse(day) + count * (unit === 'week' ? 7 : 1) * dayLength);
  const date = new Date(day);
  const months = date.getUTCMonth() + count * (unit === 'year' ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0));
  return dayOfUtc(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date.getUTCDate(), last.getUTCDate())));
}

/** The day that a moment lies in, by the clock of a time zone. */
export function dayAt(time: number, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, ...parts });
    formats.set(timeZone, format);
  }
  const told = format.formatToParts(time);
  const part = (wanted: string): string => told.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * The first moment of a day by the clock of a time zone. Where clocks leap over midnight it is the moment after the leap; a day that a
 * place left out begins with the one after it.
 */
export function startOfDay(day: Day, timeZone: string): number {
  const midnight = Date.parse(day) / second;
  // No clock is farther than this from UTC; between the ends the day only ever begins once.
  let [before, after] = [midnight - 129_600, midnight + 129_600];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayAt(between * second, timeZone) < day) before = between;
    else after = between;
  }
  return after * second;
}
