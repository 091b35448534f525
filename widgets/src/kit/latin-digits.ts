/** Writes the digits of a locale's own script as 0 to 9, so what people type there can be read. */
export function latinDigits(text: string, locale: string): string {
  const own = new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210);
  const digits = signsOf(own).toReversed();
  return signsOf(text)
    .map((sign) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign))
    .join('');
}

/** Not by Array.from: a page may have one of its own that knows no text. */
const signsOf = (text: string): string[] => text.match(/./gsu) ?? [];
