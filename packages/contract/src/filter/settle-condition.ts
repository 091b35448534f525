import { normaliseAddress } from '../address.ts';
import type { Clock } from './calendar.ts';
import { fieldNamed, type FilterFields } from './filter.ts';
import { FaultAt, type Asked, type FilterCheck } from './filter-check.ts';
import { foldText } from './fold-text.ts';
import { filterOperators, operandOf, type FilterType } from './operators.ts';
import { moneyIn, numberIn, severalIn, textIn, twoIn } from './read-value.ts';
import { settleTime } from './settle-time.ts';

/** Reads one condition. Every operator that says no is the exact opposite of the one that says yes. */
export function settleCondition(
  node: Record<string, unknown>,
  fields: FilterFields,
  clock: Clock,
  path: string,
): FilterCheck {
  const asked = askedOf(node, fields, path);
  const { field, op, of } = asked;
  if (op === 'is_empty') return { check: 'empty', field };
  if (op === 'is_not_empty') return not({ check: 'empty', field });
  return byType[of.type](asked, clock);
}

const not = (of: FilterCheck): FilterCheck => ({ check: 'not', of });

function askedOf({ field, op, value }: Record<string, unknown>, fields: FilterFields, path: string): Asked {
  const at = (part: string) => (path ? `${path}.${part}` : part);
  const of = fieldNamed(fields, field);
  if (typeof field !== 'string' || !of || of.type === 'relation')
    throw new FaultAt(at('field'), 'unknown_field', 'There is no such field to ask for.', {
      name: String(field).slice(0, 100),
    });
  const operand = typeof op === 'string' ? operandOf(of.type, op) : undefined;
  if (typeof op !== 'string' || operand === undefined)
    throw new FaultAt(at('op'), 'unknown_operator', `Give one of ${operatorsOf(of.type).join(', ')}.`);
  if (operand === 'none' && value !== undefined && value !== null)
    throw new FaultAt(at('value'), 'value_not_allowed', 'This operator compares with nothing. Take the value out.');
  if (operand !== 'none' && (value === undefined || value === null))
    throw new FaultAt(at('value'), 'value_missing', 'Give a value to compare with.');
  return { field, of: { ...of, type: of.type }, op, value, path: at('value') };
}

const operatorsOf = (type: FilterType): string[] => Object.keys(filterOperators[type]);

function words(asked: Asked): FilterCheck {
  const { field, op, value, path } = asked;
  if (op === 'exactly') return { check: 'equal', field, values: [textIn(value, path)] };
  const texts =
    op.endsWith('one_of') || op.endsWith('none_of') ? severalIn(value, path, foldable) : [foldable(value, path)];
  const at = op.includes('contains') ? 'within' : op === 'starts_with' ? 'start' : op === 'ends_with' ? 'end' : 'whole';
  return unlessNegative(op, { check: 'folded', field, at, texts });
}

/** A text of which something is left to compare with once it is folded. */
function foldable(value: unknown, path: string): string {
  const text = textIn(value, path);
  if (foldText(text) === '') throw new FaultAt(path, 'value_wrong', 'Give at least one letter, digit or sign.');
  return text;
}

const negative = new Set(['is_not', 'is_none_of', 'not_contains', 'has_none', 'not_on']);
const unlessNegative = (op: string, check: FilterCheck): FilterCheck => (negative.has(op) ? not(check) : check);

/** Addresses are kept in one form, and compared in it. */
function email(asked: Asked): FilterCheck {
  const { field, op, value, path } = asked;
  if (!op.startsWith('is') && op !== 'exactly') return words(asked);
  const address = (one: unknown, here: string): string =>
    normaliseAddress(textIn(one, here)) ??
    fault(here, 'Give a whole email address, or ask with contains for a part of one.');
  const values =
    op.endsWith('one_of') || op.endsWith('none_of') ? severalIn(value, path, address) : [address(value, path)];
  return unlessNegative(op, { check: 'equal', field, values });
}

const fault = (path: string, message: string): never => {
  throw new FaultAt(path, 'value_wrong', message);
};

/** What is kept as it is, and told apart letter by letter: choices, words of a list, ids. */
function listed({ field, of, op, value, path }: Asked): FilterCheck {
  const one = (given: unknown, here: string): string => {
    const text = textIn(given, here);
    if (of.options && !of.options.includes(text))
      throw new FaultAt(here, 'value_not_listed', `Give one of ${of.options.join(', ')}.`);
    if (of.prefix && !new RegExp(`^${of.prefix}_[0-9a-f]{32}$`).test(text))
      throw new FaultAt(here, 'value_wrong', `Give an id that starts with "${of.prefix}_".`);
    return text;
  };
  const values = op === 'is' || op === 'is_not' ? [one(value, path)] : severalIn(value, path, one);
  if (op.startsWith('has')) return unlessNegative(op, { check: 'has', field, values, every: op === 'has_all' });
  return unlessNegative(op, { check: 'equal', field, values });
}

function amounts<V>(
  { field, op, value, path }: Asked,
  {
    read,
    at,
    more = () => ({}),
  }: {
    read: (value: unknown, path: string) => V;
    at: (value: V) => number;
    more?: (value: V) => { currency?: string };
  },
): FilterCheck {
  const [from, to] = op === 'between' ? twoIn(value, path, read, at) : [read(value, path), undefined];
  if (to !== undefined && more(from).currency !== more(to).currency)
    fault(path, 'Give both amounts in the same currency.');
  const end = { value: at(from) };
  const open = { ...end, open: true as const };
  const range = (ends: object): FilterCheck => ({ check: 'range', field, ...ends, ...more(from) });
  if (to !== undefined) return range({ from: end, to: { value: at(to) } });
  if (op === 'greater' || op === 'at_least') return range({ from: op === 'greater' ? open : end });
  if (op === 'less' || op === 'at_most') return range({ to: op === 'less' ? open : end });
  return unlessNegative(op, range({ from: end, to: end }));
}

const byType: Readonly<Record<FilterType, (asked: Asked, clock: Clock) => FilterCheck>> = {
  text: words,
  url: words,
  email,
  choice: listed,
  choices: listed,
  reference: listed,
  references: listed,
  boolean: ({ field, value, path }) =>
    typeof value === 'boolean' ? { check: 'equal', field, values: [value] } : fault(path, 'Give true or false.'),
  number: (asked) =>
    amounts(asked, { read: (value, path) => numberIn(value, path, asked.of.whole === true), at: (value) => value }),
  money: (asked) =>
    amounts(asked, { read: moneyIn, at: ({ amount }) => amount, more: ({ currency }) => ({ currency }) }),
  date: settleTime,
  moment: settleTime,
};
