import { addDays, addMonths, startOfWeek, weeksOf } from '../../kit/calendar-days.ts';

export type CalendarMode = 'month' | 'week' | 'day';

/** The days that are shown around one. */
export function shownDays(mode: CalendarMode, day: string, firstOfWeek: number): string[] {
  if (mode === 'day') return [day];
  if (mode === 'month') return weeksOf(day, firstOfWeek).flat();
  const start = startOfWeek(day, firstOfWeek);
  return Array.from({ length: 7 }, (_, at) => addDays(start, at));
}

/** The same place a month, a week or a day on or back. */
export function stepFrom(mode: CalendarMode, day: string, step: 1 | -1): string {
  if (mode === 'month') return addMonths(day, step);
  return addDays(day, mode === 'week' ? 7 * step : step);
}

/** What is shown, in words. */
export function rangeWords(mode: CalendarMode, days: readonly string[], day: string, locale: string): string {
  const at = (text: string): Date => new Date(`${text}T00:00:00Z`);
  if (mode === 'month')
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day));
  if (mode === 'day') return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(at(day));
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(at(days[0] ?? day), at(days.at(-1) ?? day));
}

/** The day that a key leads to from another; null for other keys. */
export function dayByKey(
  key: string,
  day: string,
  { rtl, days }: { rtl: boolean; days: readonly string[] },
): string | null {
  const ahead = rtl ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return addDays(day, ahead);
    case 'ArrowLeft':
      return addDays(day, -ahead);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'PageDown':
      return addMonths(day, 1);
    case 'PageUp':
      return addMonths(day, -1);
    case 'Home':
    case 'End': {
      const at = days.indexOf(day);
      const week = days.slice(at - (at % 7), at - (at % 7) + 7);
      return week.at(key === 'Home' ? 0 : -1) ?? null;
    }
    default:
      return null;
  }
}
