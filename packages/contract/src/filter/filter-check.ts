import type { ErrorDetail } from '../errors.ts';
import type { FilterField } from './filter.ts';
import type { FilterType } from './operators.ts';

/** One end of a range. */
export interface Bound {
  value: number | string;
  /** The value itself is not in it. */
  open?: true;
}

/**
 * A filter after it was read: few kinds of checks, each of which is true or false of every record, whatever it lacks. The database and
 * the browser both go by these. A field without a value passes `empty` alone.
 */
export type FilterCheck =
  | { check: 'all' | 'any'; of: readonly FilterCheck[] }
  | { check: 'not'; of: FilterCheck }
  /** Nothing is there: no value, no letter, no item. */
  | { check: 'empty'; field: string }
  /** It is one of these, exactly. */
  | { check: 'equal'; field: string; values: readonly (string | number | boolean)[] }
  /** Its text is, contains, begins or ends with one of these; without case and accents. */
  | { check: 'folded'; field: string; at: 'whole' | 'within' | 'start' | 'end'; texts: readonly string[] }
  /** It lies between two ends: numbers, days as texts, moments in milliseconds, amounts of one currency. */
  | { check: 'range'; field: string; from?: Bound; to?: Bound; currency?: string; moment?: true }
  /** Its list has one of these, or all. */
  | { check: 'has'; field: string; values: readonly string[]; every: boolean }
  /** So many of the records of a relation pass. */
  | { check: 'related'; field: string; least: number; of: FilterCheck };

/** The closed list of what can be wrong with a filter: what a detail's `reason` says beside `filter.invalid`. */
export const filterFaults = [
  'not_a_condition',
  'unknown_version',
  'unknown_field',
  'unknown_operator',
  'value_missing',
  'value_not_allowed',
  'value_wrong',
  'value_not_listed',
  'too_deep',
  'too_many_conditions',
  'too_many_values',
  'too_long',
  'out_of_range',
] as const;
export type FilterFault = (typeof filterFaults)[number];

/** Where a filter is wrong, and what to do. */
export interface FilterDetail extends ErrorDetail {
  reason: FilterFault;
}

/** A condition with its parts looked at. */
export interface Asked {
  field: string;
  of: FilterField & { type: FilterType };
  op: string;
  value: unknown;
  /** Where the value stands. */
  path: string;
}

/** Ends the reading of one condition; the whole filter is read on. */
export class FaultAt extends Error {
  readonly detail: FilterDetail;
  constructor(path: string, reason: FilterFault, message: string, more: Pick<FilterDetail, 'limit' | 'name'> = {}) {
    super(message);
    this.detail = { path, reason, message, ...more };
  }
}
