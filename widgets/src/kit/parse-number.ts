import { latinDigits } from './latin-digits.ts';

/** Reads a number as people of a locale write it: their decimal sign, their digits, grouping anywhere; null when it is none. */
export function parseNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345.6);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const plain = latinDigits(text, locale)
    .replace(/[\s\u200E\u200F\u061C]/gu, '')
    .replaceAll(group.trim() || ' ', '')
    .replace(decimal, '.')
    .replace(/^[\u2212\u2013]/, '-');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
