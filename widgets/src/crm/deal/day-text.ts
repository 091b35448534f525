import type { Format } from '../../core/format.ts';

const made = new Map<string, Intl.DateTimeFormat>();

/** A day as people of a language write it, with its year where that is not the one that it is now. */
export function dayText(format: Format, text: string): string {
  const { locale } = format;
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (date.getUTCFullYear() === new Date().getFullYear()) return format.day(text);
  const writes = made.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  made.set(locale, writes);
  return writes.format(date);
}
