import { msg, str } from '@lit/localize';
import type { WrittenFilter } from '@tabard/contract/filters';
import { isDay, type Money, type RelativeDay, type Span } from '@tabard/contract/filters';
import type { Format } from '../../core/format.ts';
import { digitsOf } from '../custom-field/custom-words.ts';
import { fieldOf, type AskedField } from './filter-fields.ts';
import { operatorWords, quantifierWords } from './operator-words.ts';

/** What sentences are made with. */
export interface Speaking {
  fields: readonly AskedField[];
  format: Format;
  /** What a record of a reference is called, as far as that is known. */
  nameOf: (field: AskedField, id: string) => string;
}

/** A filter, or a part of one, in words; long lists are cut. */
export function sentenceOf(node: WrittenFilter, speaking: Speaking): string {
  const { all, any, not, relation } = node;
  if (all ?? any) return groupWords(all ?? any ?? [], all ? msg('and') : msg('or'), speaking);
  if (not) return msg(str`not (${sentenceOf(not, speaking)})`);
  return relation === undefined ? conditionWords(node, speaking) : relationWords(node, speaking);
}

/** A group within another one stands in brackets. */
function groupWords(parts: readonly WrittenFilter[], word: string, speaking: Speaking): string {
  const said = parts.map((part) => {
    const words = sentenceOf(part, speaking);
    return (part.all ?? part.any ?? []).length > 1 ? `(${words})` : words;
  });
  return said.join(` ${word} `);
}

function conditionWords({ field: name, op, value }: WrittenFilter, speaking: Speaking): string {
  const field = fieldOf(speaking.fields, name);
  const what = field && value !== undefined && value !== null ? valueWords(field, value, speaking) : '';
  return [field?.label ?? name ?? '', op ? operatorWords(op) : '', what].filter(Boolean).join(' ');
}

function relationWords({ relation, quantifier = 'some', count, where }: WrittenFilter, speaking: Speaking): string {
  const field = fieldOf(speaking.fields, relation);
  const many = count === undefined ? '' : ` ${speaking.format.number(count)}`;
  const said = `${field?.label ?? relation ?? ''}: ${quantifierWords(quantifier)}${many}`;
  if (!where || countless(where)) return said;
  return msg(str`${said}, where ${sentenceOf(where, { ...speaking, fields: field?.fields ?? [] })}`);
}

const countless = ({ all }: WrittenFilter): boolean => all?.length === 0;

/** More values than these are only counted. */
const SHOWN = 3;

function valueWords(field: AskedField, value: unknown, speaking: Speaking): string {
  if (!Array.isArray(value)) return oneWord(field, value, speaking);
  const words = value.slice(0, SHOWN).map((one) => oneWord(field, one, speaking));
  const rest = value.length - words.length;
  const list = words.join(', ');
  return rest > 0 ? msg(str`${list} and ${speaking.format.number(rest)} more`) : list;
}

function oneWord(field: AskedField, value: unknown, { format, nameOf }: Speaking): string {
  if (typeof value === 'boolean') return value ? msg('Yes') : msg('No');
  if (typeof value === 'number')
    return new Intl.NumberFormat(format.locale, { maximumFractionDigits: 10 }).format(value);
  if (typeof value === 'string') {
    if (field.lookUp) return nameOf(field, value);
    if (field.options) return field.options.find((option) => option.value === value)?.label ?? value;
    if (field.type !== 'date' && field.type !== 'moment') return value;
    return isDay(value) ? dayWords(value, format) : format.dateTime(value);
  }
  if (typeof value !== 'object' || value === null) return '';
  if ('currency' in value) return moneyWords(value as Money, format);
  if ('count' in value) return spanWords(value as Span, format);
  return 'offset' in value ? relativeWords(value as RelativeDay, format) : '';
}

// No time zone is involved in a day.
const dayWords = (day: string, { locale }: Format): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
const relativeWords = ({ offset, unit }: RelativeDay, { locale }: Format): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(offset, unit);
const spanWords = ({ count, unit }: Span, { locale }: Format): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
function moneyWords({ amount, currency }: Money, { locale }: Format): string {
  if (!/^[A-Z]{3}$/.test(currency)) return String(amount);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digitsOf(currency));
}
