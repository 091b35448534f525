import type { TimelineEntry } from '@tabard/contract';
import type { Session } from '../../core/session.ts';

/** One day with what happened on it; `time` says when on that day. */
export interface Day {
  name: string;
  entries: { entry: TimelineEntry; time: string }[];
}

/**
 * Puts what happened under the days of the session's time zone: today with how long ago, earlier days by the clock, as their name
 * says the rest.
 */
export function entriesByDay(entries: readonly TimelineEntry[], session: Session, now = Date.now()): Day[] {
  const { format, timeZone } = session;
  const { locale } = format;
  // Swedish dates are written as ISO days.
  const iso = new Intl.DateTimeFormat('sv', { timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const thisYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const today = iso.format(now);
  const days = new Map<string, Day>();
  for (const entry of entries) {
    const at = new Date(entry.at);
    const key = iso.format(at);
    const back = Math.round((Date.parse(today) - Date.parse(key)) / 86_400_000);
    const name = () =>
      back <= 1
        ? ago.format(-back, 'day')
        : key.slice(0, 4) === today.slice(0, 4)
          ? thisYear.format(at)
          : format.date(entry.at);
    const day = days.get(key) ?? { name: name(), entries: [] };
    days.set(key, day);
    day.entries.push({ entry, time: back === 0 ? format.relative(entry.at, now) : clock.format(at) });
  }
  return [...days.values()];
}
