import { msg } from '@lit/localize';
import { filterOperators, type FilterOperator, type FilterType, type Quantifier } from '@tabard/contract/filters';

const usual: Record<FilterOperator, () => string> = {
  is: () => msg('is'),
  is_not: () => msg('is not'),
  is_one_of: () => msg('is one of'),
  is_none_of: () => msg('is none of'),
  contains: () => msg('contains'),
  not_contains: () => msg('does not contain'),
  starts_with: () => msg('starts with'),
  ends_with: () => msg('ends with'),
  exactly: () => msg('is exactly'),
  is_empty: () => msg('is empty'),
  is_not_empty: () => msg('is filled in'),
  greater: () => msg('is more than'),
  at_least: () => msg('is at least'),
  less: () => msg('is less than'),
  at_most: () => msg('is at most'),
  between: () => msg('is between'),
  on: () => msg('is on'),
  not_on: () => msg('is not on'),
  before: () => msg('is before'),
  after: () => msg('is after'),
  on_or_before: () => msg('is on or before'),
  on_or_after: () => msg('is on or after'),
  in_last: () => msg('is in the last'),
  in_next: () => msg('is in the next'),
  has_any: () => msg('has any of'),
  has_all: () => msg('has all of'),
  has_none: () => msg('has none of'),
};

/** An operator as a verb. */
export const operatorWords = (op: FilterOperator): string => usual[op]();

/** The operators of a type, as choices. */
export const operatorsOf = (type: FilterType): readonly FilterOperator[] =>
  Object.keys(filterOperators[type]) as FilterOperator[]; // the keys of one type's operators

/** The operator that says the opposite; none for those that have no opposite of their own. */
const opposites: Partial<Record<FilterOperator, FilterOperator>> = Object.fromEntries(
  [
    ['is', 'is_not'],
    ['is_one_of', 'is_none_of'],
    ['contains', 'not_contains'],
    ['is_empty', 'is_not_empty'],
    ['on', 'not_on'],
    ['has_any', 'has_none'],
  ].flatMap(([yes = '', no = '']) => [
    [yes, no],
    [no, yes],
  ]),
);
export function oppositeOf(type: FilterType, op: FilterOperator): FilterOperator | undefined {
  const opposite = opposites[op];
  return opposite && Object.hasOwn(filterOperators[type], opposite) ? opposite : undefined;
}

/** How many records of a relation there must be. */
export function quantifierWords(quantifier: Quantifier): string {
  const words: Record<Quantifier, string> = {
    some: msg('there is one'),
    none: msg('there is none'),
    at_least: msg('there are at least'),
    at_most: msg('there are at most'),
  };
  return words[quantifier];
}
