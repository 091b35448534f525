import type { Field, Fields } from '../noun/field.ts';
import type { FilterOperator, FilterType, filterOperators, SpanUnit } from './operators.ts';

/** A field that filters can ask for, or a relation: other records that belong to one, with fields of their own. */
export interface FilterField {
  readonly type: FilterType | 'relation';
  /** The fields of a relation's records. */
  readonly fields?: FilterFields;
  /** What a choice can be; without them any word is taken. */
  readonly options?: readonly string[];
  /** A number that is always whole. */
  readonly whole?: true;
  /** What the ids of a reference begin with. */
  readonly prefix?: string;
}
/** The fields that filters of something can ask for, by their names; `custom.*` stands for every custom field that is not named itself. */
export type FilterFields = Readonly<Record<string, FilterField>>;

/** An amount in the smallest unit of its currency: 1,250 is 12.50 EUR. */
export interface Money {
  amount: number;
  currency: string;
}
/** A day counted from today in the workspace's time zone: `{ offset: -1, unit: 'month' }` is the same day of last month. */
export interface RelativeDay {
  offset: number;
  unit: Exclude<SpanUnit, 'hour'>;
}
/** A stretch of time that ends or begins with today: so many units, today among them. */
export interface Span {
  count: number;
  unit: SpanUnit;
}
/** A day such as `2026-03-29`, or one counted from today. */
export type DayValue = string | RelativeDay;

/** One value of a type, as filters write it. */
interface ValueOf {
  text: string;
  email: string;
  url: string;
  number: number;
  money: Money;
  date: DayValue;
  /** A day of the workspace's calendar, or an exact moment in ISO 8601 where the operator compares with one. */
  moment: DayValue;
  boolean: boolean;
  choice: string;
  choices: string;
  reference: string;
  references: string;
}
interface OperandValue<V> {
  none: never;
  one: V;
  several: readonly V[];
  two: readonly [V, V];
  span: Span;
}

/** The conditions that a field of a type can be asked for with. */
type ConditionOn<N extends string, T extends FilterType> = {
  [K in T]: {
    [O in keyof (typeof filterOperators)[K] & string]: (typeof filterOperators)[K][O] extends infer P extends
      keyof OperandValue<unknown>
      ? P extends 'none'
        ? { field: N; op: O; value?: undefined }
        : { field: N; op: O; value: OperandValue<ValueOf[K]>[P] }
      : never;
  }[keyof (typeof filterOperators)[K] & string];
}[T];

interface TypeOfKind {
  text: 'text';
  longText: 'text';
  email: 'email';
  integer: 'number';
  amount: 'number';
  boolean: 'boolean';
  choice: 'choice';
  texts: 'choices';
  reference: 'reference';
  references: 'references';
  moment: 'moment';
  day: 'date';
  record: never;
}
type TypeOf<F extends Field> = F['facts'] extends { computed: true } ? never : TypeOfKind[F['kind']];

/** A condition on one of the fields of a noun. */
export type ConditionOf<F extends Fields> =
  | { [N in keyof F & string]: ConditionOn<N, TypeOf<F[N]>> }[keyof F & string]
  | ConditionOn<'createdAt' | 'updatedAt', 'moment'>
  | (F extends { custom: Field<'record'> } ? ConditionOn<`custom.${string}`, 'text'> : never);

/** How many of the records of a relation must hold what is asked: one, none, or so many. */
export const quantifiers = ['some', 'none', 'at_least', 'at_most'] as const;
export type Quantifier = (typeof quantifiers)[number];
/** How many of the records that belong to this one are such; without `where` all of them count. */
export interface FilterRelation {
  relation: string;
  quantifier: Quantifier;
  /** With `at_least` and `at_most`. */
  count?: number | undefined;
  where?: FilterNode | undefined;
}

/** The field that a name means; `null` where there is none. */
export function fieldNamed(fields: FilterFields, name: unknown): FilterField | null {
  if (typeof name !== 'string') return null;
  if (Object.hasOwn(fields, name)) return fields[name] ?? null;
  return /^custom\.[a-z][a-z0-9_]{0,39}$/.test(name) ? (fields['custom.*'] ?? null) : null;
}

/** A condition on any field: which one, how it is compared, and with what. */
export interface FilterCondition {
  field: string;
  op: FilterOperator;
  value?: unknown;
}
/** A condition, or a group of which all, any or none must hold. An empty `all` takes everything, an empty `any` nothing. */
export type FilterNode<C = FilterCondition> =
  | C
  | FilterRelation
  | { all: readonly FilterNode<C>[] }
  | { any: readonly FilterNode<C>[] }
  | { not: FilterNode<C> };
/** Which records: the whole of a filter, with the version of the language it is written in. */
export type Filter<C = FilterCondition> = FilterNode<C> & { version?: 1 };
/** A filter as it is written in a call, before it was looked at with the fields of a noun: which of its parts go together is not in its type. */
export interface WrittenFilter {
  version?: number | undefined;
  all?: readonly WrittenFilter[] | undefined;
  any?: readonly WrittenFilter[] | undefined;
  not?: WrittenFilter | undefined;
  field?: string | undefined;
  op?: FilterOperator | undefined;
  value?: unknown;
  relation?: string | undefined;
  quantifier?: Quantifier | undefined;
  count?: number | undefined;
  where?: WrittenFilter | undefined;
}
/** Which records of a noun. */
export type FilterOf<F extends Fields> = Filter<ConditionOf<F>>;

/** The version of the language that this code reads and writes. */
export const filterVersion = 1;
/** How large a filter may be: groups within groups, conditions in all, values of one condition, characters of a text, units of a time, records of a relation. */
export const filterLimits = { depth: 8, conditions: 100, values: 500, text: 500, span: 10_000, count: 10_000 } as const;
