import { latinDigits } from './latin-digits.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Minutes of a day as `HH:MM`; 1440 is `24:00`. */
export const timeOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
/** `HH:MM` as minutes of a day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * Reads a time as people write it: `9`, `930`, `9:30`, `9.30 pm`, `21h30`, and the locale's own words for morning and
 * afternoon. Returns `HH:MM`, `''` for nothing, null when it is no time.
 */
export function parseTime(text: string, locale: string): string | null {
  const plain = latinDigits(text, locale).toLowerCase().replace(/\s+/gu, ' ').trim();
  if (plain === '') return '';
  const found = /^(\D*?)(\d{1,2})(?:[^\d]{0,2}?(\d{2}))?(\D*)$/u.exec(plain);
  if (!found) return null;
  const [, before = '', hourText = '', minuteText = '0', after = ''] = found;
  const words = `${before}${after}`.replace(/[.:\s\u200E\u200F]/gu, '');
  const half = words === '' || words === 'h' || words === 'uhr' ? null : halfOf(words, locale);
  if (half === undefined) return null;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  if (half !== null) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${pad(hour)}:${pad(minute)}`;
}

/** Which half of the day a word names; undefined when it names none. */
function halfOf(word: string, locale: string): 'am' | 'pm' | undefined {
  if (/^(am?)$/.test(word)) return 'am';
  if (/^(pm?)$/.test(word)) return 'pm';
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
  const own = (hour: number): string =>
    (format.formatToParts(Date.UTC(2024, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value ?? '')
      .toLowerCase()
      .replace(/[.\s]/gu, '');
  if (word === own(9)) return 'am';
  return word === own(15) ? 'pm' : undefined;
}
