import { isCleanText } from '../text.ts';
import { filterLimits, type Money } from './filter.ts';
import { FaultAt } from './filter-check.ts';

/** A text of a condition: not empty, and one that the database can hold. */
export function textIn(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || !isCleanText(value))
    throw new FaultAt(path, 'value_wrong', 'Give a text that is not empty.');
  const { text: limit } = filterLimits;
  if (value.length > limit) throw new FaultAt(path, 'too_long', `Use ${limit} characters or fewer.`, { limit });
  return value;
}

/** A number; whole ones only where the field holds nothing else. Minus zero is zero. */
export function numberIn(value: unknown, path: string, whole: boolean): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FaultAt(path, 'value_wrong', 'Give a number.');
  if (whole && !Number.isInteger(value)) throw new FaultAt(path, 'value_wrong', 'Give a whole number.');
  if (whole && !Number.isSafeInteger(value))
    throw new FaultAt(
      path,
      'out_of_range',
      'Give a number closer to zero: this one cannot be told from its neighbour.',
    );
  return value + 0 === 0 ? 0 : value;
}

/** An amount of a currency, in its smallest unit. */
export function moneyIn(value: unknown, path: string): Money {
  const { amount, currency } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Money>; // looked at below
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    throw new FaultAt(`${path}.currency`, 'value_wrong', 'Give a currency of three letters, such as EUR.');
  return { amount: numberIn(amount, `${path}.amount`, true), currency };
}

/** Several values, each read by itself; one that is given twice counts once. */
export function severalIn<V>(value: unknown, path: string, read: (value: unknown, path: string) => V): V[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new FaultAt(path, 'value_wrong', 'Give a list with at least one value.');
  const { values: limit } = filterLimits;
  if (value.length > limit) throw new FaultAt(path, 'too_many_values', `Give ${limit} values or fewer.`, { limit });
  return [...new Set(value.map((one, index) => read(one, `${path}.${index}`)))];
}

/** The two ends of a range, the smaller one first. */
export function twoIn<V>(
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => V,
  at: (value: V) => number | string,
): [V, V] {
  if (!Array.isArray(value) || value.length !== 2)
    throw new FaultAt(path, 'value_wrong', 'Give a list of two values: from, and to.');
  const [from, to] = [read(value[0], `${path}.0`), read(value[1], `${path}.1`)];
  if (at(from) > at(to)) throw new FaultAt(path, 'value_wrong', 'Give the smaller or earlier value first.');
  return [from, to];
}
