import { msg } from '@lit/localize';
import { checkCustomValue, showCustomValue, type CustomValue } from '@tabard/contract/crm/custom-value';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { toneOf } from '../color-tones.ts';

/** How many digits the smallest unit of a currency is away from it; two where it is not known yet. */
export const digitsOf = (currency: string): number =>
  /^[A-Za-z]{3}$/.test(currency)
    ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
    : 2;

/** A value in the reader's language; what is no value of its field is shown as it is stored. */
export function customWords(field: CustomField, value: unknown, { locale }: Format): unknown {
  if (value === undefined || value === null) return '–';
  // An option that was taken out stays where it was chosen.
  if (field.type === 'choice' || field.type === 'choices') return [value].flat().map((id) => optionMark(field, id));
  const checked = checkCustomValue(field, value);
  if ('fault' in checked) return showCustomValue(undefined, value);
  return wordsOf(field, checked.value, locale);
}

function wordsOf({ type }: CustomField, value: CustomValue, locale: string): unknown {
  if (typeof value === 'boolean') return value ? msg('Yes') : msg('No');
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
  if (typeof value === 'object' && 'amount' in value) {
    const money = new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency });
    return money.format(value.amount / 10 ** digitsOf(value.currency));
  }
  const text = String(value);
  // No time zone is involved in a day.
  if (type === 'date')
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));
  return type === 'url' ? html`<a href=${text} target="_blank" rel="noopener noreferrer" dir="ltr">${text}</a>` : text;
}

function optionMark({ options }: CustomField, id: unknown): unknown {
  const option = options.find((one) => one.id === id);
  return html`<x-badge tone=${toneOf(option?.color)}>${option?.label ?? showCustomValue(undefined, id)}</x-badge>`;
}
