/** Calendar days are `YYYY-MM-DD`: they compare as texts and know no time zone. */
const DAY = 86_400_000;
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The day of a year, month (1 to 12) and day, or null when there is no such day. */
export function dayOfParts(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1 && year <= 9999;
  return real ? dayOf(date) : null;
}

/** Today where the reader is. */
export function today(now = new Date()): string {
  return dayOfParts(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? dayOf(now);
}

export const addDays = (day: string, count: number): string => dayOf(new Date(dateOf(day).getTime() + count * DAY));

/** The same day of another month, or that month's last. */
export function addMonths(day: string, count: number): string {
  const date = dateOf(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return dayOf(date);
}

/** The first day of a locale's week, 1 (Monday) to 7. */
export function weekStart(locale: string): number {
  // Browsers have it as a method or, older ones, as a property; the language of types knows neither.
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** 1 (Monday) to 7 (Sunday). */
const weekday = (day: string): number => dateOf(day).getUTCDay() || 7;
export const startOfWeek = (day: string, first: number): string => addDays(day, -((weekday(day) - first + 7) % 7));

/** The weeks of a day's month, whole, from the locale's first day of the week. */
export function weeksOf(day: string, first: number): string[][] {
  const month = day.slice(0, 7);
  const weeks: string[][] = [];
  for (let at = startOfWeek(`${month}-01`, first); weeks.length === 0 || at.slice(0, 7) === month; at = addDays(at, 7))
    weeks.push([...new Array(7).keys()].map((index) => addDays(at, index)));
  return weeks;
}
