import type { BrokenRule } from '../broken-rules.ts';
import { isDay } from '../filter/calendar.ts';
import type { FilterField, Money } from '../filter/filter.ts';
import { foldText } from '../filter/fold-text.ts';
import type { FilterType } from '../filter/operators.ts';

/** What a custom field can hold. */
export const customFieldTypes = ['text', 'number', 'date', 'boolean', 'choice', 'choices', 'url', 'money'] as const;
export type CustomFieldType = (typeof customFieldTypes)[number] & FilterType;
/** What can have custom fields. */
export const customFieldNouns = ['lead'] as const;
/** Colours of options. */
export const customFieldColors = [
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;
/** How many fields of its own a noun has at most, and options a choice. */
export const customFieldsLimit = 100;
export const optionsLimit = 200;

/** A value of a custom field: a text, a number, yes or no, the ids of options, an amount; days are texts such as `2026-03-29`. */
export type CustomValue = string | number | boolean | string[] | Money;
/** What a value is checked against. */
export interface CustomFieldFacts {
  key: string;
  type: CustomFieldType;
  options: readonly { id: string; label: string }[];
  /** Nobody may leave it empty. */
  required?: boolean;
}
/** A value as it is stored, or why it is none. */
export type Checked = { value: CustomValue } | { fault: CustomFault };
/** Why something is no value of a field. */
export interface CustomFault {
  rule: BrokenRule;
  message: string;
  limit?: number;
}

const longest = 1000;
const fault = (rule: BrokenRule, message: string, limit?: number): Checked => ({
  fault: { rule, message, ...(limit !== undefined && { limit }) },
});

/** Looks whether a value is one of a field, as calls give it. */
export function checkCustomValue({ type, options }: CustomFieldFacts, value: unknown): Checked {
  switch (type) {
    case 'text':
    case 'url': {
      if (typeof value !== 'string') return fault('wrong_kind', 'Give a text.');
      const text = value.trim();
      if (text.length > longest) return fault('too_long', `Use ${longest} characters or fewer.`, longest);
      if (type === 'url' && !isAddress(text))
        return fault('wrong_form', 'Give an address such as https://example.com.');
      return { value: text };
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? { value } : fault('wrong_kind', 'Give a number.');
    case 'date':
      return isDay(value) ? { value } : fault('wrong_form', 'Give a day such as 2026-03-29.');
    case 'boolean':
      return typeof value === 'boolean' ? { value } : fault('wrong_kind', 'Give true or false.');
    case 'choice':
      return options.some(({ id }) => id === value) ? { value: value as string } : notAmong(options);
    case 'choices':
      return Array.isArray(value) && value.every((one) => options.some(({ id }) => id === one))
        ? { value: [...new Set(value as string[])] }
        : notAmong(options);
    case 'money':
      return isMoney(value)
        ? { value: { amount: value.amount, currency: value.currency } }
        : fault('wrong_form', 'Give a whole number of the smallest unit as amount, and a currency such as EUR.');
  }
}

const notAmong = (options: CustomFieldFacts['options']): Checked =>
  fault('not_listed', `Give one of ${options.map(({ id }) => id).join(', ')}.`);

const isAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);

function isMoney(value: unknown): value is Money {
  const { amount, currency, ...more } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Money>; // looked at here
  return (
    Number.isSafeInteger(amount) &&
    typeof currency === 'string' &&
    /^[A-Z]{3}$/.test(currency) &&
    !Object.keys(more).length
  );
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'oui', 'si', 'ja', 'x']);
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'non', 'nein']);

/** Reads a value of a field from the text of a file. Options are known by their ids and their labels, however written. */
export function readCustomText(facts: CustomFieldFacts, text: string): Checked {
  const { type, options } = facts;
  switch (type) {
    case 'number':
      return checkCustomValue(facts, /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text);
    case 'boolean': {
      const word = foldText(text);
      return checkCustomValue(facts, yes.has(word) ? true : no.has(word) ? false : text);
    }
    case 'choice':
      return checkCustomValue(facts, optionOf(options, text));
    case 'choices': {
      const words = text.split(/[,;|]/).map((word) => word.trim());
      return checkCustomValue(
        facts,
        words.filter(Boolean).map((word) => optionOf(options, word)),
      );
    }
    case 'url':
      return checkCustomValue(facts, /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    case 'money': {
      const [, digits = '', currency = ''] = /^(-?\d+(?:[.,]\d+)?) ?([A-Za-z]{3})$/.exec(text) ?? [];
      const unit = currency && smallestUnit(currency.toUpperCase());
      const amount = unit ? Math.round(Number(digits.replace(',', '.')) * 10 ** unit.digits) : Number.NaN;
      return checkCustomValue(facts, { amount, currency: currency.toUpperCase() });
    }
    case 'text':
    case 'date':
      return checkCustomValue(facts, text);
  }
}

const optionOf = (options: CustomFieldFacts['options'], word: string): string =>
  options.find(({ id, label }) => id === word || foldText(label) === foldText(word))?.id ?? word;

/** How many digits the smallest unit of a currency is away from it: two for EUR, none for JPY. */
function smallestUnit(currency: string): { digits: number } {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return { digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** A value as a mail or a file shows it: the labels of options, an amount in its currency. What is not of its field any more is shown as it is. */
export function showCustomValue(facts: CustomFieldFacts | undefined, value: unknown): string {
  if (typeof value === 'string') return labelOf(facts, value);
  if (Array.isArray(value)) return value.map((one) => labelOf(facts, String(one))).join(', ');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isMoney(value)) return JSON.stringify(value) ?? '';
  const { digits } = smallestUnit(value.currency);
  return `${(value.amount / 10 ** digits).toFixed(digits)} ${value.currency}`;
}

const labelOf = (facts: CustomFieldFacts | undefined, id: string): string =>
  (facts?.type === 'choice' || facts?.type === 'choices'
    ? facts.options.find((one) => one.id === id)?.label
    : undefined) ?? id;

/** How filters ask for a field. */
export const filterFieldOf = ({ type, options }: CustomFieldFacts): FilterField => ({
  type,
  ...((type === 'choice' || type === 'choices') && { options: options.map(({ id }) => id) }),
});
