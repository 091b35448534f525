/** What an operator compares with: nothing, one value, several, the two ends of a range, or a stretch of time. */
export type Operand = 'none' | 'one' | 'several' | 'two' | 'span';

const presence = { is_empty: 'none', is_not_empty: 'none' } as const;
const among = { is: 'one', is_not: 'one', is_one_of: 'several', is_none_of: 'several' } as const;
const words = {
  ...among,
  contains: 'one',
  not_contains: 'one',
  starts_with: 'one',
  ends_with: 'one',
  exactly: 'one',
} as const;
const amounts = {
  is: 'one',
  is_not: 'one',
  greater: 'one',
  at_least: 'one',
  less: 'one',
  at_most: 'one',
  between: 'two',
} as const;
const times = {
  on: 'one',
  not_on: 'one',
  before: 'one',
  after: 'one',
  on_or_before: 'one',
  on_or_after: 'one',
  between: 'two',
  in_last: 'span',
  in_next: 'span',
} as const;
const lists = { has_any: 'several', has_all: 'several', has_none: 'several' } as const;

/** The operators of each type of field, with what each compares with. Free of zod, so browsers may import it. */
export const filterOperators = {
  text: { ...words, ...presence },
  email: { ...words, ...presence },
  url: { ...words, ...presence },
  number: { ...amounts, ...presence },
  money: { ...amounts, ...presence },
  date: { ...times, ...presence },
  moment: { ...times, ...presence },
  boolean: { is: 'one', ...presence },
  choice: { ...among, ...presence },
  choices: { ...lists, ...presence },
  reference: { ...among, ...presence },
  references: { ...lists, ...presence },
} as const satisfies Record<string, Record<string, Operand>>;

/** What a field holds, as far as asking for it goes. */
export type FilterType = keyof typeof filterOperators;
/** An operator of a type. */
export type OperatorOf<T extends FilterType> = { [K in T]: keyof (typeof filterOperators)[K] & string }[T];
/** An operator of any type. */
export type FilterOperator = OperatorOf<FilterType>;

/** What an operator of a type compares with; `undefined` where the type has no such operator. */
export function operandOf(type: FilterType, operator: string): Operand | undefined {
  const operators: Readonly<Record<string, Operand>> = filterOperators[type];
  return Object.hasOwn(operators, operator) ? operators[operator] : undefined;
}

/** Units of a stretch of time; hours count only for moments, and run from now instead of from midnight. */
export const spanUnits = ['hour', 'day', 'week', 'month', 'year'] as const;
export type SpanUnit = (typeof spanUnits)[number];
