import { addDays, dayOfParts } from './calendar-days.ts';
import { latinDigits } from './latin-digits.ts';
import { folded } from './match-options.ts';

type Part = 'day' | 'month' | 'year';
const STYLE = { day: 'numeric', month: 'short', year: 'numeric', calendar: 'gregory', timeZone: 'UTC' } as const;
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A day as a locale writes it, so that nobody takes the month for the day. */
export function textOfDay(day: string, locale: string): string {
  return day === '' ? '' : new Intl.DateTimeFormat(locale, STYLE).format(instant(day));
}

/** The order in which a locale writes day, month and year. */
function orderOf(locale: string): Part[] {
  return new Intl.DateTimeFormat(locale, { ...STYLE, month: 'numeric' })
    .formatToParts(instant('2024-11-21'))
    .map(({ type }) => type)
    .filter((type): type is Part => type === 'day' || type === 'month' || type === 'year');
}

/** The names of the months in the forms a locale has for them, the longest first. */
function monthNames(locale: string): [name: string, month: number][] {
  const styles = [
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
    { month: 'long' },
    { month: 'short' },
  ] as const;
  const names = styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', timeZone: 'UTC' });
    return [...new Array(12).keys()].map((at): [string, number] => {
      const part = format.formatToParts(Date.UTC(2024, at, 3)).find(({ type }) => type === 'month');
      return [folded(latinDigits(part?.value ?? '', locale)).replace(/\.$/, ''), at + 1];
    });
  });
  return names.filter(([name]) => !/^\d*$/.test(name)).toSorted(([a], [b]) => b.length - a.length);
}

/** Finds a month by its name, or by three letters or more of it, and what is left of the text then. */
function takeMonth(text: string, locale: string): [month: number | null, rest: string] {
  const names = monthNames(locale);
  for (const [name, month] of names) if (text.includes(name)) return [month, text.replace(name, ' ')];
  for (const word of text.match(/\p{L}{3,}/gu) ?? []) {
    const found = names.find(([name]) => name.startsWith(word));
    if (found) return [found[1], text.replace(word, ' ')];
  }
  return [null, text];
}

/** A year as written; two digits mean the nearest such year. */
function yearOf(text: string, now: number): number {
  if (text.length > 2) return Number(text);
  const guess = Math.floor(now / 100) * 100 + Number(text);
  return guess > now + 50 ? guess - 100 : guess < now - 50 ? guess + 100 : guess;
}

/**
 * Reads a day as people of a locale write it: `21/11/26`, `21.11.`, `21 nov`, `November 21, 2026`, `2026-11-21`, their word
 * for today or tomorrow, in their digits. A year left out is this one. `''` for nothing, null when it is no day.
 */
export function parseDate(text: string, locale: string, today: string): string | null {
  const plain = latinDigits(text, locale)
    .replace(/[\u200E\u200F\u061C]/gu, '')
    .trim();
  if (plain === '') return '';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const near = [0, 1, -1].find((days) => folded(relative.format(days, 'day')) === folded(plain));
  if (near !== undefined) return addDays(today, near);

  const [named, rest] = takeMonth(folded(plain), locale);
  let numbers: string[] = rest.match(/\d+/g) ?? [];
  let order: Part[] = orderOf(locale).filter((part) => named === null || part !== 'month');
  const [only = ''] = numbers;
  // Eight digits or six at once are day, month and year without signs between.
  if (numbers.length === 1 && named === null && (only.length === 8 || only.length === 6)) {
    let from = 0;
    numbers = order.map((part) => only.slice(from, (from += part === 'year' ? only.length - 4 : 2)));
  }
  if (numbers.length === order.length - 1) order = order.filter((part) => part !== 'year');
  if (numbers.length !== order.length) return null;
  // A number of four digits is the year wherever it stands; before the others it turns their order to year, month, day.
  const yearAt = numbers.findIndex((number) => number.length > 2);
  if (yearAt === 0 && order.length === 3) order = ['year', 'month', 'day'];
  else if (yearAt >= 0 && order[yearAt] !== 'year') {
    order = order.filter((part) => part !== 'year');
    order.splice(yearAt, 0, 'year');
  }
  const at = (part: Part): string | undefined => numbers[order.indexOf(part)];
  const now = Number(today.slice(0, 4));
  return dayOfParts(yearOf(at('year') ?? String(now), now), named ?? Number(at('month')), Number(at('day')));
}
