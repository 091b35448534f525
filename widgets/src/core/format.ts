/** Texts for counts, by the categories of `Intl.PluralRules`. */
export type PluralForms = { one: string; other: string } & Partial<Record<'zero' | 'two' | 'few' | 'many', string>>;

/** Numbers, dates and plurals in one locale and time zone, by the browser's own Intl. */
export interface Format {
  readonly locale: string;
  number(value: number): string;
  /** 1,284 becomes 1.3K where space is short. */
  compact(value: number): string;
  /** How large a file is, in kB. */
  size(bytes: number): string;
  /** A share 0..1 as a percentage with one digit after the point, so that a column of them stands in line; nothing and all have none. */
  percent(share: number | null): string;
  /** How much of some work is done, 0..1, as a whole percentage. */
  progress(share: number): string;
  /** A difference of shares in points, with its sign. */
  points(difference: number): string;
  date(iso: string): string;
  /** A calendar day such as 2026-11-05: no time zone is involved. */
  day(day: string): string;
  dateTime(iso: string): string;
  /** "2 min. ago", "yesterday", then the date. */
  relative(iso: string, now?: number): string;
  /**
   * Picks the form of a text for a count. `one` says 1 in words, so it stands for exactly 1: French also counts 0 among the
   * singular. Where a language has more forms than two, the translation of `other` says the number beside the noun.
   */
  plural(count: number, forms: PluralForms): string;
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function createFormat(locale: string, timeZone?: string): Format {
  // Each is made when it is first asked for: most pages need few of them.
  const numbers = (options?: Intl.NumberFormatOptions): ((value: number) => string) => {
    let made: Intl.NumberFormat | undefined;
    return (value) => (made ??= new Intl.NumberFormat(locale, options)).format(value);
  };
  const dates = (options: Intl.DateTimeFormatOptions): ((iso: string) => string) => {
    let made: Intl.DateTimeFormat | undefined;
    return (iso) => (made ??= new Intl.DateTimeFormat(locale, { timeZone, ...options })).format(new Date(iso));
  };
  const number = numbers();
  const compact = numbers({ notation: 'compact', maximumFractionDigits: 1 });
  const percent = numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const progress = numbers({ style: 'percent' });
  const size = numbers({ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const points = numbers({ signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const date = dates({ dateStyle: 'medium' });
  const day = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  // In some languages the narrow form of "2 min. ago" is "-2 min".
  const style = /^en\b/.test(locale) ? 'narrow' : 'short';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style });
  const plurals = new Intl.PluralRules(locale);
  return {
    locale,
    number,
    compact: (value) => (Math.abs(value) < 10_000 ? number : compact)(value),
    size: (bytes) => size(Math.ceil(bytes / 1000)),
    percent: (share) => (share === null ? '–' : (share === 0 || share === 1 ? progress : percent)(share)),
    progress,
    points: (difference) => points(difference * 100),
    date,
    day: (text) => day(text.slice(0, 10)),
    dateTime: dates({ dateStyle: 'medium', timeStyle: 'short' }),
    relative: (iso, now = Date.now()) => {
      const seconds = (Date.parse(iso) - now) / 1000;
      if (Math.abs(seconds) > 6 * 86_400) return date(iso);
      for (const [unit, size] of UNITS) {
        if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
      }
      return relative.format(0, 'second');
    },
    plural: (count, forms) => {
      const category = plurals.select(count);
      if (category === 'one') return count === 1 ? forms.one : forms.other;
      return forms[category] ?? forms.other;
    },
  };
}
