/** Ways to write money, each made once: making one costs more than writing a thousand amounts. */
const made = new Map<string, Intl.NumberFormat>();

/** Without cents where there are none; short where there is little room; with all figures, so that amounts of a column stand under each other. */
type Style = 'plain' | 'short' | 'column';

function writer(locale: string, currency: string, as: Style): Intl.NumberFormat {
  const name = `${locale} ${currency} ${as}`;
  const known = made.get(name);
  if (known) return known;
  const usual: Intl.NumberFormatOptions & { trailingZeroDisplay?: string } = { style: 'currency', currency };
  const writes = new Intl.NumberFormat(locale, {
    ...usual,
    ...(as === 'short' && { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
    ...(as === 'plain' && { trailingZeroDisplay: 'stripIfInteger' }),
  });
  made.set(name, writes);
  return writes;
}

/** How many figures a currency has after its point: 2 for the euro, none for the yen. */
export const digitsOf = (currency: string): number =>
  writer('en', currency, 'plain').resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in the smallest unit, as people of a language write it; without cents where there are none, and short where there is little room. */
export function moneyText(locale: string, amount: number, currency: string, short = false): string {
  const value = amount / 10 ** digitsOf(currency);
  return writer(locale, currency, short && Math.abs(value) >= 10_000 ? 'short' : 'plain').format(value);
}

/** The same for a column of amounts: each has all figures of its currency. */
export const columnMoney = (locale: string, amount: number, currency: string): string =>
  writer(locale, currency, 'column').format(amount / 10 ** digitsOf(currency));

/** An amount in the smallest unit as the plain decimal number that a field holds, such as `12.5`. */
export const decimalOf = (amount: number, currency: string): string => String(amount / 10 ** digitsOf(currency));

/** The amount in the smallest unit that a plain decimal number says; 0 where it says none. One beyond all limits stays beyond them. */
export function amountOf(decimal: string, currency: string): number {
  const value = Math.round(Number(decimal) * 10 ** digitsOf(currency));
  const { MAX_SAFE_INTEGER: most } = Number;
  return Number.isNaN(value) ? 0 : Math.max(-most, Math.min(most, value));
}

/** Sums of several currencies in one line, the first ones alone where there are many. */
export function sumsText(locale: string, sums: readonly { currency: string; value: number }[], most = 2): string {
  const shown = sums.slice(0, most).map(({ value, currency }) => moneyText(locale, value, currency, true));
  return `${shown.join(' · ')}${sums.length > most ? ' …' : ''}`;
}
