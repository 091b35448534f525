import { latinDigits } from './latin-digits.ts';

/** Reads a number as people of a locale write it: their decimal sign, their digits, grouped by spaces or as they group; null when it is none. */
export function parseNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345.6);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const written = latinDigits(text, locale)
    .replace(/[\s\u200E\u200F\u061C]/gu, '')
    .replace(/^[\u2212\u2013]/, '-');
  const [whole = '', ...rest] = written.split(decimal);
  const groups = whole.split(group.trim() || ' ');
  // A sign that groups stands before three digits, or two in India; anywhere else it was meant as something else.
  const isGrouped = groups
    .slice(1)
    .every((digits, at) => /^\d{2,3}$/.test(digits) && (at < groups.length - 2 || digits.length === 3));
  if (!isGrouped) return null;
  const plain = [groups.join(''), ...rest].join('.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
